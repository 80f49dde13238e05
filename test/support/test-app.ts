import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Signer } from '@fastify/cookie';
import request from 'supertest';
import { createApp } from '../../src/app.js';
import { sessionCookie } from '../../src/auth/index.js';
import { type Env, readEnv } from '../../src/platform/config/env.js';
import { Database } from '../../src/platform/database/database.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORM_TOKEN_HEADER } from '../../src/platform/http/form-token.shared.js';
import { FormTokens } from '../../src/platform/security/form-token.js';
import type { AttraitRequest } from '../../src/platform/security/request.js';
import { recreate, template, urlOf, WORKER_DATABASE } from './databases.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface AttachedFile {
  readonly field: string;
  readonly name: string;
  readonly content: Buffer | string;
}

/** Somebody's browser: a supertest agent that writes as one of our pages would. */
export type Visitor = ReturnType<typeof request.agent> & {
  /** The form token of this session: first field of a multipart form; other writes carry it in a header by themselves. */
  readonly token: string;
  /** As `name=value`, for clients that are not supertest. */
  readonly cookie: string;
  /** Posts a multipart form: the token, then the fields, then the files, as the pages' forms are laid out. */
  upload(path: string, fields: Readonly<Record<string, string>>, files?: readonly AttachedFile[]): request.Test;
};

/** The whole application over a fresh copy of the migrated database, prepared before anybody connects, listening on a port of its own. */
export async function startApp(overrides: Partial<Env> = {}, prepare?: (databaseUrl: string) => Promise<void>) {
  await recreate(WORKER_DATABASE, await template());
  await prepare?.(urlOf(WORKER_DATABASE));
  const folder = mkdtempSync(join(tmpdir(), 'attrait-app-'));
  const env: Env = { ...readEnv(settings(folder)), ...overrides };
  const nest = await createApp(env);
  await nest.listen(0, '127.0.0.1');
  const server = nest.getHttpServer();
  const database = nest.get(Database);

  return {
    nest,
    env,
    database,
    /** Where it listens, for a browser. Links in mail begin with `env.PUBLIC_URL` instead. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stranger: () => browserOf(server).set('sec-fetch-site', 'same-origin'),
    as: async (person: { readonly id: string }): Promise<Visitor> =>
      signedIn(browserOf(server), await openSession(database, env, person.id), nest.get(FormTokens)),
    drainJobs: () => nest.get(JobRunner).drain(),
    stop: async () => {
      await nest.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type TestApp = Awaited<ReturnType<typeof startApp>>;

/** Connections stay open, as a browser's do: one for each request took an eighth of the processor's time in the matrix of access. */
const connections = new Agent({ keepAlive: true });
const browserOf = (server: Server) => request.agent(server).use((sent: request.Test) => void sent.agent(connections));

const settings = (folder: string): NodeJS.ProcessEnv => ({
  NODE_ENV: 'test',
  DATABASE_URL: urlOf(WORKER_DATABASE),
  DATA_DIR: folder,
  SESSION_SECRET: 'a secret that only tests know, and long enough',
  PUBLIC_URL: 'http://attrait.test',
  LOG_LEVEL: 'silent',
});

interface OpenSession {
  readonly id: string;
  readonly cookie: string;
}

/** A session as signing in leaves it: signing in itself is tested once, in auth, and costs a password hash each time. */
export async function openSession(database: Pick<Database, 'query'>, env: Env, personId: string): Promise<OpenSession> {
  const id = randomBytes(24).toString('base64url');
  const expires = new Date(Date.now() + DAY_MS);
  const kept = { cookie: { expires, originalMaxAge: DAY_MS, path: '/', httpOnly: true, sameSite: 'lax', secure: false }, personId };
  await database.query(`INSERT INTO session (sid, sess, expire) VALUES ($1, $2, to_timestamp($3))`, [
    id,
    JSON.stringify(kept),
    expires.getTime() / 1000,
  ]);
  return { id, cookie: `${sessionCookie(env)}=${encodeURIComponent(new Signer(env.SESSION_SECRET!).sign(id))}` };
}

function signedIn(agent: ReturnType<typeof request.agent>, session: OpenSession, tokens: FormTokens): Visitor {
  const token = tokens.of({ tokenSeed: () => session.id } as AttraitRequest);
  agent.jar.setCookie(`${session.cookie}; path=/`, '127.0.0.1', '/');
  agent.set('sec-fetch-site', 'same-origin').set(FORM_TOKEN_HEADER, token);
  const upload: Visitor['upload'] = (path, fields, files = []) => {
    const posted = agent.post(path).field('_token', token);
    for (const [name, value] of Object.entries(fields)) posted.field(name, value);
    for (const { field, name, content } of files) posted.attach(field, Buffer.from(content), { filename: name });
    return posted;
  };
  return Object.assign(agent, { token, cookie: session.cookie, upload });
}
