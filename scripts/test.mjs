// npm test: the check, the build, then every test. `npm test -- path` runs the tests of those paths alone, without the
// check. The last line is `N passed, N failed`; a failed check, a failed build and a test file that does not run each count one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browserEnvironment } from './browser.mjs';
import { ensureBuilt, ROOT } from './build.mjs';
import { check } from './check.mjs';

const CACHE = join(ROOT, 'node_modules/.cache/attrait');
const REPORT = join(CACHE, `jest-${process.pid}.json`);
const NODE_OPTIONS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const paths = process.argv.slice(2);
const problems = paths.length === 0 ? await check() : [];
await attempt('build', ensureBuilt);
const browser = await attempt('browser', browserEnvironment);
const { passed, failed } = runJest();

if (problems.length > 0) console.log(`\nFailed before the tests: ${problems.join(', ')}.`);
console.log(`${passed} passed, ${failed + problems.length} failed`);
process.exitCode = failed + problems.length === 0 ? 0 : 1;

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
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  rmSync(REPORT);
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
}
