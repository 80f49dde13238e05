// Builds the program into dist: the server with nest and build-server.mjs, what browsers fetch with build-browser.mjs.
// `ensureBuilt` does nothing when dist is newer than the sources, so that every command may call it first. Messages go to standard error.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isMain } from './main.mjs';

export const ROOT = resolve(import.meta.dirname, '..');
const STAMP = join(ROOT, 'dist/.built');
const LOCK = join(ROOT, 'node_modules/.cache/attrait/build.lock');
const BUNDLERS = ['scripts/build-server.mjs', 'scripts/build-browser.mjs'];
const SOURCES = ['src', 'migrations', 'package-lock.json', '.swcrc', 'nest-cli.json', 'tsconfig.json', ...BUNDLERS];
const STEPS = ['node_modules/@nestjs/cli/bin/nest.js build', ...BUNDLERS];

export async function ensureBuilt() {
  if (!isFresh()) await locked(() => isFresh() || build());
}

function isFresh() {
  return existsSync(STAMP) && newest(SOURCES.map((path) => join(ROOT, path))) <= statSync(STAMP).mtimeMs;
}

/** The time of the last change below; folders count too, since a removed file leaves no time of its own. */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat || path.includes('.spec.')) continue;
    latest = Math.max(latest, stat.mtimeMs);
    if (stat.isDirectory()) latest = Math.max(latest, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return latest;
}

function build() {
  const started = new Date();
  if (!existsSync(join(ROOT, 'node_modules/@nestjs/cli'))) {
    throw new Error('The program has to be built, and the packages that build it are not installed: run "npm ci --include=dev" once.');
  }
  console.error('Building…');
  for (const step of STEPS) {
    // What the builders say stays off standard output, which may be carrying the answer of a command.
    const { status } = spawnSync(process.execPath, step.split(' '), { cwd: ROOT, stdio: ['ignore', process.stderr, process.stderr] });
    if (status !== 0) throw new Error(`The build failed in: ${step}`);
  }
  writeFileSync(STAMP, '');
  // A file saved while we built is newer than this.
  utimesSync(STAMP, started, started);
  console.error(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** Two commands started together would build into each other. */
async function locked(work) {
  mkdirSync(join(LOCK, '..'), { recursive: true });
  while (!tryLock()) await wait(100);
  try {
    return work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function tryLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isRunning(builder())) rmSync(LOCK, { force: true });
    return false;
  }
}

function builder() {
  try {
    return Number(readFileSync(LOCK, 'utf8'));
  } catch {
    return process.pid;
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (isMain(import.meta.url)) await locked(build);
