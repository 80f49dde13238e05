import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { CannotStart } from '../../platform/config/cannot-start.js';
import type { ReadyEnv } from '../../platform/database/open-database.js';
import type { Lifetime } from './lifetime.js';
import { warn } from './log.js';

/** Processes that end again as soon as they begin must not keep the machine busy with beginning. */
const PAUSE_MS = 1_000;

/** Processes that share one port. One that dies is replaced, unless it never came so far as to answer. */
export async function runWorkers(env: ReadyEnv, lifetime: Lifetime): Promise<void> {
  // Whatever had to be made or found out at the start is handed on, so that all agree.
  const given = { DATABASE_URL: env.DATABASE_URL, SESSION_SECRET: env.SESSION_SECRET, DATA_DIR: env.DATA_DIR };
  lifetime.onEnd(endWorkers);
  const workers = Array.from({ length: env.WEB_CONCURRENCY }, () => cluster.fork(given));
  await Promise.all(workers.map(untilItListens));
  cluster.on('exit', (worker, code, signal) => {
    if (lifetime.isEnding) return;
    warn(`Process ${worker.process.pid} ended (${signal ?? `status ${code}`}); another takes its place.`);
    setTimeout(() => lifetime.isEnding || cluster.fork(given), PAUSE_MS);
  });
}

function untilItListens(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('listening', () => resolve());
    // It has said why itself.
    worker.once('exit', () => reject(new CannotStart('A process of the server could not start.')));
  });
}

async function endWorkers(): Promise<void> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  await Promise.all(
    workers.map((worker) => {
      const gone = once(worker, 'exit');
      worker.process.kill('SIGTERM');
      return gone;
    }),
  );
}
