import { setTimeout as wait } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long an answer that has begun may take to end; a file may be on its way in. */
const DRAIN_MS = 25_000;

/** Takes no new request, lets those that are under way end, then closes. Whoever takes longer is cut off. */
export async function closeGently(app: NestFastifyApplication, drainMs = DRAIN_MS): Promise<void> {
  const cut = new AbortController();
  const closed = app.close().finally(() => cut.abort());
  // A connection that is kept open and idle would hold the end up as long as its browser likes.
  app.getHttpServer().closeIdleConnections();
  const isOver = wait(drainMs, undefined, { signal: cut.signal }).catch(() => undefined);
  await Promise.race([closed, isOver]);
  app.getHttpServer().closeAllConnections();
  await closed;
}
