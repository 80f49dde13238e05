// npm run screenshots [-- FOLDER]: pictures of the main pages of the demonstration, in both languages, narrow and wide, light and
// dark, to be looked at beside the designs; and the two that the README shows, into docs/. Without a folder they go to
// .data/screenshots. `-- --accept` keeps them instead, as what test/pictures compares pages with.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { browserEnvironment } from './browser.mjs';
import { ensureBuilt, ROOT } from './build.mjs';

const NODE_OPTIONS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const [word] = process.argv.slice(2);
const folder = resolve(word ?? join(ROOT, '.data/screenshots'));
const wish = word === '--accept' ? { SCREENSHOTS_ACCEPTED: 'yes' } : { SCREENSHOTS_FOLDER: folder };
await ensureBuilt();
const { status } = spawnSync(process.execPath, [...NODE_OPTIONS, 'node_modules/jest/bin/jest.js', 'test/pictures/pictures.spec.ts'], {
  cwd: ROOT,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, ...(await browserEnvironment()), ...wish },
});
console.log(word === '--accept' ? join(ROOT, 'test/pictures/kept') : folder);
process.exitCode = status ?? 1;
