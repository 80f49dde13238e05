import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, maxHeaderSize, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { LogController } from 'fastify';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { RequestContext, registerSessions } from './auth/index.js';
import { PeopleService } from './people/index.js';
import type { Env } from './platform/config/env.js';
import { trustOf } from './platform/config/trusted-proxies.js';
import { ROOT } from './platform/config/root.js';
import { Database } from './platform/database/database.js';
import { DemonstrationNotice } from './platform/http/demonstration-notice.js';
import { FrontCache } from './platform/http/front-cache.js';
import { readableAddress } from './platform/http/request-address.js';
import { registerSecurityHeaders } from './platform/http/security-headers.js';
import { logOf, NestLog, requestLog } from './platform/log/log.js';

const MEGABYTE_BYTES = 1024 * 1024;
/** The largest file that may be handed in, and one byte more: the byte tells a file that is too large. */
const UPLOAD = { fileSize: 50 * MEGABYTE_BYTES + 1, files: 40, fields: 60, fieldSize: MEGABYTE_BYTES };

/** In milliseconds. Ten large files over a slow line may take most of an hour; Node would cut them off after five minutes. */
const PATIENCE = { keepAliveTimeout: 75_000, headersTimeout: 15_000, requestTimeout: 3_600_000 };
/** Nothing came or went for so long: nobody is there any more. */
const STANDSTILL_MS = 120_000;

/** The application, ready to listen: the one way it is made, for the server, the command line and the tests. */
export async function createApp(env: Env): Promise<NestFastifyApplication> {
  const front = new FrontCache();
  const log = logOf(env);
  const adapter = new FastifyAdapter({
    trustProxy: trustOf(env.TRUST_PROXY),
    bodyLimit: MEGABYTE_BYTES,
    loggerInstance: requestLog(log),
    // What was asked and answered is the proxy’s log; the id is one line’s and one page’s, and nobody’s to choose.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    genReqId: () => randomUUID(),
    // Else the router answers by itself, before anybody knows who reads, in which language.
    rewriteUrl: (request: IncomingMessage) => readableAddress(request.url ?? '/'),
    routerOptions: { maxParamLength: maxHeaderSize },
    serverFactory: (handle: (request: IncomingMessage, response: ServerResponse) => void) =>
      createServer(PATIENCE, (request, response) => {
        if (!front.answer(request, response)) handle(request, response);
      }).setTimeout(STANDSTILL_MS),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(env, front), adapter, {
    logger: new NestLog(log),
    abortOnError: false,
  });
  await prepare(app, env);
  await app.init();
  await adapter.getInstance().ready();
  app.get(DemonstrationNotice).isShown = await app.get(PeopleService).isDemonstration();
  return app;
}

async function prepare(app: NestFastifyApplication, env: Env): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  // What is the same for everybody carries no person: no session is read for a style sheet.
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.url.startsWith('/assets/') || request.url.startsWith('/health/')) delete request.raw.headers.cookie;
    done();
  });
  registerSecurityHeaders(fastify, env);
  await fastify.register(fastifyRateLimit, { global: false });
  // The parser would cut a file's name at a backslash, which is a letter like any other where it was named.
  await fastify.register(fastifyMultipart, { limits: UPLOAD, throwFileSizeLimit: false, preservePath: true });
  await registerSessions(fastify, app.get(Database), env);
  app.get(RequestContext).register(fastify);
  await fastify.register(fastifyStatic, {
    root: join(ROOT, 'dist/assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    index: false,
    wildcard: true,
  });
}
