import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DeckPdfRounds } from '../../slides/index.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import type { Env } from '../../platform/config/env.js';
import { migrate } from '../../platform/database/migrate.js';
import type { FrontServer } from '../../platform/http/front-server.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { addDemonstrationIfWanted } from '../demonstration/wanted.js';
import { announcementOf } from './announce.js';
import { closeGently } from './close-gently.js';
import { explainDatabase } from './explain.js';
import type { Lifetime } from './lifetime.js';
import type { WorkerTask } from './worker-task.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export type CreateApp = (env: Env, front?: FrontServer) => Promise<NestFastifyApplication>;
export type LoadApp = () => Promise<{ readonly createApp: CreateApp }>;

interface Given extends WorkerTask {
  readonly front: FrontServer;
  readonly lifetime: Lifetime;
}

/**
 * From a database that answers to a process that answers everything.
 * @returns what to say then.
 */
export async function begin(loadApp: LoadApp, env: Env, { isFirst, isEmbedded, front, lifetime }: Given): Promise<string> {
  const { createApp } = await loadApp();
  lifetime.goOn();
  if (isFirst) await migrated(env);
  const app = await createApp(env, front);
  lifetime.onEnd(() => closeGently(app));
  lifetime.goOn();
  if (isFirst) {
    await app.get(Blobs).sweep(new Date(Date.now() - DAY_MS));
    await addDemonstrationIfWanted(app, env, isEmbedded);
  }
  front.open();
  await app.get(JobRunner).start();
  if (isFirst) await app.get(DeckPdfRounds).begin();
  return announcementOf(app, env);
}

async function migrated({ DATABASE_URL }: Env): Promise<void> {
  await migrate(DATABASE_URL!).catch((error: unknown) => {
    throw explainDatabase(error);
  });
}
