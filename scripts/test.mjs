// npm test: the check, the build, then every test, how long it took and the slowest files. `npm test -- ROOM` runs the tests of
// one room, `npm test -- path` those of a path, both without the check. The last line is `N passed, N failed`; a failed check, a
// failed build and a test file that does not run each count one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { browserEnvironment } from './browser.mjs';
import { ensureBuilt, ROOT } from './build.mjs';
import { check } from './check.mjs';

const CACHE = join(ROOT, 'node_modules/.cache/attrait');
const REPORT = join(CACHE, `jest-${process.pid}.json`);
const NODE_OPTIONS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const SLOWEST = 10;

const paths = process.argv.slice(2).flatMap(testsOf);
const problems = paths.length === 0 ? await check() : [];
await attempt('build', ensureBuilt);
const browser = await attempt('browser', browserEnvironment);
const { passed, failed, files } = runJest();

tellTimes(files);
if (problems.length > 0) console.log(`\nFailed before the tests: ${problems.join(', ')}.`);
console.log(`${passed} passed, ${failed + problems.length} failed`);
process.exitCode = failed + problems.length === 0 ? 0 : 1;

/** A room's name stands for its own tests and for its stories; anything else is a path, as Jest reads it. */
function testsOf(word) {
  return /^[\w-]+$/.test(word) && existsSync(join(ROOT, 'src', word)) ? [`./src/${word}/`, `./test/${word}/`] : [word];
}

async function attempt(name, work) {
  try {
    return await work();
  } catch (problem) {
    console.error(problem.message);
    problems.push(name);
    return {};
  }
}

function runJest() {
  mkdirSync(CACHE, { recursive: true });
  const words = [...NODE_OPTIONS, 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${REPORT}`, ...paths];
  const { status } = spawnSync(process.execPath, words, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...browser },
  });
  const counts = readReport();
  // Jest can fail with nothing to count: it found no test, or did not come so far.
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readReport() {
  if (!existsSync(REPORT)) return { passed: 0, failed: 1, files: [] };
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  rmSync(REPORT);
  const files = report.testResults.map(({ name, startTime, endTime }) => ({
    name: relative(ROOT, name).replaceAll('\\', '/'),
    seconds: (endTime - startTime) / 1000,
  }));
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites, files };
}

function tellTimes(files) {
  const slowest = files.toSorted((one, other) => other.seconds - one.seconds).slice(0, SLOWEST);
  console.log(`\nThe suite took ${minutes(performance.now() / 1000)}. Its slowest files, in seconds:`);
  for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)}  ${name}`);
}

function minutes(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
