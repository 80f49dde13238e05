import cluster from 'node:cluster';
import { readEnv } from '../../platform/config/env.js';
import type { LoadApp } from './begin.js';
import { endOnSignal, Lifetime, ToldToEnd } from './lifetime.js';
import { giveUp, say } from './log.js';

/**
 * From the settings to a server that answers: alone, or as the first of several processes, or as one of these. Everything is imported
 * when it is needed: the first of several processes answers nothing itself.
 */
export async function runServer(loadApp: LoadApp, source: NodeJS.ProcessEnv): Promise<void> {
  const env = readEnv(source);
  const lifetime = new Lifetime();
  const started = start();
  endOnSignal(lifetime, started, giveUp);
  try {
    await started;
  } catch (error) {
    await lifetime.end();
    if (!(error instanceof ToldToEnd)) throw error;
  }

  async function start(): Promise<void> {
    if (cluster.isPrimary && env.WEB_CONCURRENCY > 1) {
      const { runWorkers } = await import('./workers.js');
      announce(await runWorkers(env, lifetime));
    } else {
      const { serve, serveAsWorker } = await import('./serve.js');
      if (cluster.isPrimary) announce(await serve(loadApp, env, lifetime));
      else await serveAsWorker(loadApp, env, source, lifetime);
    }
  }

  function announce(text: string): void {
    say(text, { url: env.PUBLIC_URL, pid: process.pid });
  }
}
