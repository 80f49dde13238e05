import cluster from 'node:cluster';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DeckPdfRounds } from '../../slides/index.js';
import { type Env, readEnv } from '../../platform/config/env.js';
import { openDatabase } from '../../platform/database/open-database.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { addDemonstrationIfWanted } from '../demonstration/wanted.js';
import { announce } from './announce.js';
import { closeGently } from './close-gently.js';
import { explainDatabase, explainListening } from './explain.js';
import { endOnSignal, Lifetime } from './lifetime.js';
import { giveUp, warn } from './log.js';
import { runWorkers } from './workers.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export type CreateApp = (env: Env) => Promise<NestFastifyApplication>;

/** From the settings to a server that answers: alone, or as the first of several processes, or as one of these. */
export async function runServer(createApp: CreateApp, source: NodeJS.ProcessEnv): Promise<void> {
  const env = readEnv(source);
  const lifetime = new Lifetime();
  // A worker is given by the first process whatever had to be found out once.
  const started = cluster.isPrimary ? start(createApp, env, lifetime) : listen(await makeApp(createApp, env, lifetime), env);
  endOnSignal(lifetime, started, giveUp);
  try {
    await started;
  } catch (error) {
    await lifetime.end();
    throw error;
  }
}

async function start(createApp: CreateApp, settings: Env, lifetime: Lifetime): Promise<void> {
  const { env, isEmbedded, keepUp, leave } = await openDatabase(settings).catch((error: unknown) => {
    throw explainDatabase(error);
  });
  lifetime.onEnd(leave);
  keepUp((error) => warn(`The database could not be started again: ${(error as Error).message}`));
  const app = await makeApp(createApp, env, lifetime);
  await app.get(Blobs).sweep(new Date(Date.now() - DAY_MS));
  await addDemonstrationIfWanted(app, env, isEmbedded);
  if (env.WEB_CONCURRENCY === 1) await listen(app, env);
  else await runWorkers(env, lifetime);
  await app.get(DeckPdfRounds).begin();
  await announce(app, env);
}

async function makeApp(createApp: CreateApp, env: Env, lifetime: Lifetime): Promise<NestFastifyApplication> {
  const app = await createApp(env);
  lifetime.onEnd(() => closeGently(app));
  return app;
}

/** Asked of the server itself: the framework would log a taken port with a stack before anybody could say it in words. */
async function listen(app: NestFastifyApplication, { PORT: port, HOST: host }: Env): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  await server.listen({ port, host }).catch((error: unknown) => {
    throw explainListening(error, { port, host });
  });
  await app.get(JobRunner).start();
}
