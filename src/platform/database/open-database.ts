import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../config/env.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { migrate } from './migrate.js';

/** The settings with nothing left open: a database that answers, and a secret for sessions. */
export type ReadyEnv = Env & { readonly DATABASE_URL: string; readonly SESSION_SECRET: string };

export interface OpenDatabase {
  readonly env: ReadyEnv;
  readonly isEmbedded: boolean;
  /** Ends the embedded PostgreSQL unless another process uses it. Another database goes on. */
  leave(): Promise<void>;
}

/** The database as it is: the embedded PostgreSQL is started unless a `DATABASE_URL` names another. Nothing in it is touched. */
export async function reachDatabase(env: Env): Promise<OpenDatabase> {
  mkdirSync(env.DATA_DIR, { recursive: true });
  const SESSION_SECRET = env.SESSION_SECRET ?? keptSecret(env.DATA_DIR);
  if (env.DATABASE_URL)
    return { env: { ...env, DATABASE_URL: env.DATABASE_URL, SESSION_SECRET }, isEmbedded: false, leave: async () => undefined };
  const embedded = await startEmbeddedPostgres(join(env.DATA_DIR, 'postgres'));
  return { env: { ...env, DATABASE_URL: embedded.url, SESSION_SECRET }, isEmbedded: true, leave: () => embedded.stop() };
}

/** The database with this program's schema. */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  const reached = await reachDatabase(env);
  try {
    await migrate(reached.env.DATABASE_URL);
    return reached;
  } catch (error) {
    await reached.leave();
    throw error;
  }
}

/** Beside an embedded database the secret is made once and kept with it, so that a restart signs nobody out. */
function keptSecret(folder: string): string {
  const path = join(folder, 'session-secret');
  if (!existsSync(path)) writeUnlessThere(path, randomBytes(32).toString('base64url'));
  return readFileSync(path, 'utf8').trim();
}

/** Of two that start together, one writes. */
function writeUnlessThere(path: string, text: string): void {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
