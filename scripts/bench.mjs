// npm run bench: every bench of test/bench in turn, each a program of its own. `npm run bench -- deck` runs those whose name holds the word;
// `profile`, which measures nothing against a goal, runs only so. It fails where a figure is below its floor.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ROOT } from './build.mjs';

const FOLDER = join(ROOT, 'test/bench');
const words = process.argv.slice(2);
const benches = (existsSync(FOLDER) ? readdirSync(FOLDER) : [])
  .filter(
    (name) => name.endsWith('.bench.mjs') && (words.length === 0 ? !name.startsWith('profile') : words.some((word) => name.includes(word))),
  )
  .sort();

await ensureBuilt();
for (const name of benches) {
  console.log(`\n${name.replace('.bench.mjs', '')}`);
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', join(FOLDER, name)], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
if (benches.length === 0) {
  console.error(`There is no bench ${words.join(' or ')} in test/bench.`);
  process.exitCode = 1;
}
