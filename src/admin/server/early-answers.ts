import type { IncomingMessage } from 'node:http';
import type { Env } from '../../platform/config/env.js';
import { FrontAnswer } from '../../platform/http/front-answer.js';
import type { FrontCache } from '../../platform/http/front-cache.js';
import { pathOf } from '../../platform/http/request-address.js';
import { OpenDecks } from '../../slides/index.js';

type Headers = Readonly<Record<string, string>>;

/** What a process that starts can say already: that it lives, that it is not ready, and the decks that are open to everybody. */
export function earlyAnswers(
  { PUBLIC_URL }: Env,
  headers: Headers,
): (request: IncomingMessage, cache: FrontCache) => Promise<FrontAnswer | null> {
  const decks = new OpenDecks(PUBLIC_URL, headers);
  const health = new Map([
    ['/health/live', json(200, { status: 'live' }, headers)],
    ['/health/ready', json(503, { status: 'not-ready', reason: 'starting' }, headers)],
  ]);
  return async (request, cache) => health.get(pathOf(request.url ?? '/')) ?? decks.answer(request, cache);
}

function json(status: 200 | 503, value: object, headers: Headers): FrontAnswer {
  const body = Buffer.from(JSON.stringify(value));
  const own = { 'cache-control': 'private, no-store', 'content-type': 'application/json; charset=utf-8', 'content-length': body.length };
  return new FrontAnswer(status, { ...headers, ...own }, body);
}
