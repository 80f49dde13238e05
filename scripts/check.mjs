// npm run check: everything that needs no database and no browser. A step is a name and a command; add one below. What a step
// says is shown when it fails or warns; the rooms are drawn each time.
import { spawn } from 'node:child_process';
import pLimit from 'p-limit';
import { ROOT } from './build.mjs';
import { isMain } from './main.mjs';

const CACHE = 'node_modules/.cache/attrait';
const STEPS = [
  ['types', `node_modules/typescript/bin/tsc -p test/tsconfig.json --noEmit --incremental --tsBuildInfoFile ${CACHE}/types.tsbuildinfo`],
  ['lint', 'node_modules/eslint/bin/eslint.js .'],
  ['format', `node_modules/prettier/bin/prettier.cjs --check --log-level warn --cache --cache-location ${CACHE}/prettier .`],
  ['rooms', 'scripts/check-rooms.mjs'],
  ['unused', 'node_modules/knip/bin/knip.js --no-progress'],
  ['styles', 'scripts/check-styles.mjs'],
  ['content', 'scripts/check-content.mjs'],
];
/** As many at a time as a small machine has cores. */
const inTurn = pLimit(2);

/** Runs every step to its end and answers the names of those that failed. */
export async function check() {
  const passed = await inTurn.map(STEPS, passes);
  return STEPS.filter((_, place) => !passed[place]).map(([name]) => name);
}

function passes([name, command]) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, command.split(' '), { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('close', (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(8)} ${seconds} s`);
      if (status !== 0 || output.includes('warning: ') || name === 'rooms') console.log(output.trimEnd());
      resolve(status === 0);
    });
  });
}

if (isMain(import.meta.url)) {
  const failed = await check();
  console.log(failed.length === 0 ? 'All is well.' : `To mend: ${failed.join(', ')}.`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
