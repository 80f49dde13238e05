import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { CannotStart } from '../../platform/config/cannot-start.js';
import type { Env } from '../../platform/config/env.js';
import { reachDatabase } from '../../platform/database/reach-database.js';
import { explainDatabase } from './explain.js';
import { type Lifetime, ToldToEnd } from './lifetime.js';
import { sayNotKeptUp, warn } from './log.js';
import { isReadyMessage, taskIn } from './worker-task.js';

/** Processes that end again as soon as they begin must not keep the machine busy with beginning. */
const PAUSE_MS = 1_000;

/**
 * Processes that share one port. The first of them does what is done once, then the others begin; one that dies is replaced, unless
 * it never came so far as to answer. This process only watches over them.
 * @returns what to say when all are ready.
 */
export async function runWorkers(settings: Env, lifetime: Lifetime): Promise<string> {
  const { env, isEmbedded, keepUp, leave } = await reachDatabase(settings).catch((error: unknown) => {
    throw explainDatabase(error);
  });
  lifetime.onEnd(leave);
  keepUp(sayNotKeptUp);
  lifetime.onEnd(endWorkers);
  // Whatever had to be made or found out at the start is handed on, so that all agree.
  const given = { DATABASE_URL: env.DATABASE_URL, SESSION_SECRET: env.SESSION_SECRET, DATA_DIR: env.DATA_DIR };
  const fork = (isFirst: boolean): Worker => cluster.fork({ ...given, ...taskIn({ isFirst, isEmbedded }) });
  const text = await untilReady(fork(true), lifetime);
  lifetime.goOn();
  await Promise.all(Array.from({ length: env.WEB_CONCURRENCY - 1 }, () => untilReady(fork(false), lifetime)));
  cluster.on('exit', (worker, code, signal) => {
    if (lifetime.isEnding) return;
    warn(`Process ${worker.process.pid} ended (${signal ?? `status ${code}`}); another takes its place.`);
    setTimeout(() => lifetime.isEnding || fork(false), PAUSE_MS);
  });
  return text;
}

function untilReady(worker: Worker, lifetime: Lifetime): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: unknown) => {
      if (isReadyMessage(message)) resolve(message.ready);
    });
    worker.once('exit', () => {
      // It has said why itself; or all were told to end.
      reject(lifetime.isTold ? new ToldToEnd() : new CannotStart('A process of the server could not start.'));
    });
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
