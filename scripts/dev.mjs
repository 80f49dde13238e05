// npm run dev: the same as start; a saved source is compiled alone and the server starts again, a saved style or island
// is built again by build-browser.mjs. Decks and assignments need no reload: the server reads them as they change.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { transformFile } from '@swc/core';
import { ensureBuilt, ROOT } from './build.mjs';

const SETTLE_MS = 80;
const changed = new Set();
let timer;
let server;
let restarting = Promise.resolve();

await ensureBuilt();
const browser = spawn(process.execPath, ['scripts/build-browser.mjs', '--watch'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
browser.stdout.pipe(process.stdout);
await once(browser.stdout, 'data');
startServer();
for (const folder of ['src', 'migrations']) watch(join(ROOT, folder), { recursive: true }, (_, name) => name && note(join(folder, name)));
watch(join(ROOT, 'dist/assets'), (_, name) => name === 'manifest.json' && note('manifest'));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end(signal));

function note(path) {
  if (path !== 'manifest' && (!/\.tsx?$/.test(path) || path.includes('.spec.'))) return;
  changed.add(path);
  clearTimeout(timer);
  timer = setTimeout(() => void (restarting = restarting.then(reload)), SETTLE_MS);
}

async function reload() {
  const paths = [...changed].filter((path) => path !== 'manifest');
  changed.clear();
  try {
    for (const path of paths) await compile(path);
  } catch (problem) {
    // What follows is where in swc it happened.
    console.error(problem.message.split('\n\nCaused by:')[0]);
    return;
  }
  await stopServer('SIGTERM');
  startServer();
}

async function compile(path) {
  const target = join(ROOT, 'dist', path.replace(/\.tsx?$/, '.js'));
  if (!existsSync(join(ROOT, path))) return rmSync(target, { force: true });
  const { code, map } = await transformFile(join(ROOT, path), { configFile: join(ROOT, '.swcrc'), sourceFileName: join(ROOT, path) });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.map`, map);
  writeFileSync(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
}

function startServer() {
  server = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], { cwd: ROOT, stdio: 'inherit' });
}

async function stopServer(signal) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill(signal);
  await once(server, 'exit');
}

async function end(signal) {
  browser.kill(signal);
  await stopServer(signal);
  process.exit(0);
}
