import { randomUUID } from 'node:crypto';
import { type IncomingMessage, maxHeaderSize } from 'node:http';
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
import { FrontServer } from './platform/http/front-server.js';
import { readableAddress } from './platform/http/request-address.js';
import { securityHeaders } from './platform/http/security-headers.js';
import type { Handle } from './platform/http/starting.js';
import { logOf, NestLog, requestLog } from './platform/log/log.js';

const MEGABYTE_BYTES = 1024 * 1024;
/** The largest file that may be handed in, and one byte more: the byte tells a file that is too large. */
const UPLOAD = { fileSize: 50 * MEGABYTE_BYTES + 1, files: 40, fields: 60, fieldSize: MEGABYTE_BYTES };

/** The application, ready to answer behind its front: the one way it is made, for the server, the command line and the tests. */
export async function createApp(env: Env, front = new FrontServer()): Promise<NestFastifyApplication> {
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
    serverFactory: (handle: Handle) => front.serverFor(handle),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(env, front.cache), adapter, {
    logger: new NestLog(log),
    abortOnError: false,
  });
  await prepare(app, env, front);
  await app.init();
  await adapter.getInstance().ready();
  app.get(DemonstrationNotice).isShown = await app.get(PeopleService).isDemonstration();
  return app;
}

async function prepare(app: NestFastifyApplication, env: Env, front: FrontServer): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  // What is the same for everybody carries no person: no session is read for a style sheet.
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.url.startsWith('/assets/') || request.url.startsWith('/health/')) delete request.raw.headers.cookie;
    done();
  });
  const headers = securityHeaders(env);
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  fastify.addHook('preClose', () => front.close());
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
