import { AsyncLocalStorage } from 'node:async_hooks';
import { callbackify } from 'node:util';
import fastifyCookie from '@fastify/cookie';
import fastifySession from '@fastify/session';
import connectPgSimple from 'connect-pg-simple';
import type { FastifyInstance } from 'fastify';
import { actorFrom, type ActorRow, ACTORS } from '../people/index.js';
import type { Env } from '../platform/config/env.js';
import { secretsIn } from '../platform/config/secrets.js';
import type { Database } from '../platform/database/database.js';
import type { AttraitRequest } from '../platform/security/request.js';

declare module 'fastify' {
  interface Session {
    /** Who signed in. A session without it belongs to a stranger and is never stored. */
    personId?: string;
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a session lasts at most, in milliseconds: staff see other people's work, and sign in again each day. */
export const SESSION_LENGTH = { student: 14 * DAY_MS, staff: DAY_MS };

export const isSecure = (env: Env): boolean => env.PUBLIC_URL.startsWith('https:');
export const sessionCookie = (env: Env): string => (isSecure(env) ? '__Host-attrait' : 'attrait');

/** The store is told a session's id alone; the request that asks is found here. */
const asking = new AsyncLocalStorage<AttraitRequest>();

/** Sessions live in PostgreSQL, so that any process knows them and signing out ends them everywhere. */
export async function registerSessions(fastify: FastifyInstance, database: Database, env: Env): Promise<void> {
  // What the browser sees decides, not how a proxy reaches us.
  await fastify.register(fastifyCookie, { parseOptions: { path: '/', sameSite: 'lax', secure: isSecure(env) } });
  fastify.addHook('onRequest', (request, _reply, done) => asking.run(request as AttraitRequest, done));
  await fastify.register(fastifySession, {
    secret: [...secretsIn(env.SESSION_SECRET!)],
    cookieName: sessionCookie(env),
    saveUninitialized: false,
    rolling: false,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(env), maxAge: SESSION_LENGTH.student },
    store: storeIn(database) as never,
  });
}

function storeIn(database: Database): object {
  // Through the application's own database, where statements stay prepared.
  const pool = { query: async (text: string, values?: unknown[]) => ({ rows: await database.query(text, values) }) };
  const Store = connectPgSimple(fastifySession as never);
  const store = new Store({ pool: pool as never, disableTouch: true, pruneSessionInterval: 3600 });
  return Object.assign(store, { get: callbackify((sid: string) => findSession(database, sid, asking.getStore()!)) });
}

/** The session, while it holds. Whose it is, and who they are in the course of the address, is found on the way: every page needs both. */
async function findSession(database: Database, sid: string, request: AttraitRequest): Promise<object | null> {
  const [row] = await database.query<{ sess: object; actor: ActorRow | null }>(
    `SELECT session.sess, (SELECT to_json(actor) FROM (${ACTORS} AND p.id = (session.sess ->> 'personId')::uuid) actor) AS actor
     FROM session WHERE session.sid = $1 AND session.expire >= now()`,
    [sid, courseOf(request.url)],
  );
  request.signedIn = row?.actor ? actorFrom(row.actor) : null;
  return row?.sess ?? null;
}

/** The course in the address, or null: `/courses/demo/grading` is about `demo`. */
const courseOf = (url: string): string | null => /^\/courses\/([a-z0-9-]+)(?=[/?]|$)/.exec(url)?.[1] ?? null;
