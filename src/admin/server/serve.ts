import { setTimeout as wait } from 'node:timers/promises';
import type { Env } from '../../platform/config/env.js';
import { reachDatabase } from '../../platform/database/reach-database.js';
import { FrontServer } from '../../platform/http/front-server.js';
import { securityHeaders } from '../../platform/http/security-headers.js';
import { Starting } from '../../platform/http/starting.js';
import type { LoadApp } from './begin.js';
import { earlyAnswers } from './early-answers.js';
import { explainDatabase, explainListening } from './explain.js';
import type { Lifetime } from './lifetime.js';
import { sayNotKeptUp } from './log.js';
import { reportReady, taskOf } from './worker-task.js';

/** Whoever waits for a start asks at once; importing the rest takes the thread for half a second. */
const HEAD_START_MS = 100;

/**
 * Listens first, answers open decks, and gets the rest ready meanwhile.
 * @returns what to say when all is ready.
 */
export async function serve(loadApp: LoadApp, settings: Env, lifetime: Lifetime): Promise<string> {
  const reaching = reachDatabase(settings);
  lifetime.onEnd(() => reaching.then(({ leave }) => leave()).catch(() => undefined));
  const { front, starting } = await listenEarly(settings, lifetime);
  const { env, isEmbedded, keepUp } = await reaching.catch((error: unknown) => {
    throw explainDatabase(error);
  });
  keepUp(sayNotKeptUp);
  await wait(HEAD_START_MS);
  await starting.settled();
  lifetime.goOn();
  const { begin } = await import('./begin.js');
  return begin(loadApp, env, { isFirst: true, isEmbedded, front, lifetime });
}

/** One of several processes. The first of them listens early; one that joins others listens when it can do everything. */
export async function serveAsWorker(loadApp: LoadApp, env: Env, source: NodeJS.ProcessEnv, lifetime: Lifetime): Promise<void> {
  const task = taskOf(source);
  const { front } = task.isFirst ? await listenEarly(env, lifetime) : { front: new FrontServer() };
  const { begin } = await import('./begin.js');
  const text = await begin(loadApp, env, { ...task, front, lifetime });
  if (!task.isFirst) await listen(front, env);
  reportReady(text);
}

async function listenEarly(env: Env, lifetime: Lifetime): Promise<{ front: FrontServer; starting: Starting }> {
  const headers = securityHeaders(env);
  const starting: Starting = new Starting((request) => answers(request, front.cache), headers);
  const front = new FrontServer(starting);
  const answers = earlyAnswers(env, headers);
  lifetime.onEnd(() => front.close());
  await listen(front, env);
  return { front, starting };
}

async function listen(front: FrontServer, { PORT: port, HOST: host }: Env): Promise<void> {
  await front.listen(port, host).catch((error: unknown) => {
    throw explainListening(error, { port, host });
  });
}
