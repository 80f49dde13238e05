// npm run screenshots [-- FOLDER] [PAGE…]: pictures of the main pages of the demonstration, in both languages, narrow and wide, light and
// dark, to be looked at beside the designs; and the two that the README shows, into docs/. Without a folder they go to
// .data/screenshots. `-- --accept [PAGE…]` keeps them instead, as what test/pictures compares pages with. Pages go
// by their names in test/pictures/pages.ts; without any all are taken.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { browserEnvironment } from './browser.mjs';
import { ensureBuilt, ROOT } from './build.mjs';

const NODE_OPTIONS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const [word, ...pages] = process.argv.slice(2);
const folder = resolve(word ?? join(ROOT, '.data/screenshots'));
const wish = word === '--accept' ? { SCREENSHOTS_ACCEPTED: 'yes' } : { SCREENSHOTS_FOLDER: folder };
await ensureBuilt();
const { status } = spawnSync(process.execPath, [...NODE_OPTIONS, 'node_modules/jest/bin/jest.js', 'test/pictures/pictures.spec.ts'], {
  cwd: ROOT,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, ...(await browserEnvironment()), ...wish, SCREENSHOTS_PAGES: pages.join(',') },
});
console.log(word === '--accept' ? join(ROOT, 'test/pictures/kept') : folder);
process.exitCode = status ?? 1;
