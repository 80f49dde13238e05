import { setTimeout as wait } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long an answer that has begun may take to end; a file may be on its way in. */
const DRAIN_MS = 25_000;

/** Takes no new request, lets those that are under way end, then closes; idle connections are closed at once. Whoever takes longer is cut off. */
export async function closeGently(app: NestFastifyApplication, drainMs = DRAIN_MS): Promise<void> {
  const cut = new AbortController();
  const closed = app.close().finally(() => cut.abort());
  const isOver = wait(drainMs, undefined, { signal: cut.signal }).catch(() => undefined);
  await Promise.race([closed, isOver]);
  app.getHttpServer().closeAllConnections();
  await closed;
}
