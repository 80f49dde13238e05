import fastifyCookie from '@fastify/cookie';
import fastifySession from '@fastify/session';
import connectPgSimple from 'connect-pg-simple';
import type { FastifyInstance } from 'fastify';
import type { Env } from '../platform/config/env.js';
import type { Database } from '../platform/database/database.js';

declare module 'fastify' {
  interface Session {
    /** Who signed in. A session without it belongs to a stranger and is never stored. */
    personId?: string;
  }
}

const DAY = 24 * 60 * 60 * 1000;
/** How long a session lasts at most, in milliseconds: staff see other people's work, and sign in again each day. */
export const SESSION_LENGTH = { student: 14 * DAY, staff: DAY };

export const isSecure = (env: Env): boolean => env.PUBLIC_URL.startsWith('https:');
export const sessionCookie = (env: Env): string => (isSecure(env) ? '__Host-attrait' : 'attrait');

/** Sessions live in PostgreSQL, so that any process knows them and signing out ends them everywhere. */
export async function registerSessions(fastify: FastifyInstance, database: Database, env: Env): Promise<void> {
  // Every page of somebody who signed in asks for their session: through the house's own door, where statements stay prepared.
  const pool = { query: async (text: string, values?: unknown[]) => ({ rows: await database.query(text, values) }) };
  await fastify.register(fastifyCookie);
  const Store = connectPgSimple(fastifySession as never);
  await fastify.register(fastifySession, {
    secret: env.SESSION_SECRET!,
    cookieName: sessionCookie(env),
    saveUninitialized: false,
    rolling: false,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(env), maxAge: SESSION_LENGTH.student },
    store: new Store({ pool: pool as never, disableTouch: true, pruneSessionInterval: 3600 }) as never,
  });
}
