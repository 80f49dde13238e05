import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../config/env.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { migrate } from './migrate.js';

/** The settings with nothing left open: a database that answers and has this program's schema, and a secret for sessions. */
export type ReadyEnv = Env & { readonly DATABASE_URL: string; readonly SESSION_SECRET: string };

/** Starts the embedded PostgreSQL unless a `DATABASE_URL` names another, and migrates it. */
export async function openDatabase(env: Env): Promise<ReadyEnv> {
  mkdirSync(env.DATA_DIR, { recursive: true });
  const url = env.DATABASE_URL ?? (await startEmbeddedPostgres(join(env.DATA_DIR, 'postgres'))).url;
  await migrate(url);
  return { ...env, DATABASE_URL: url, SESSION_SECRET: env.SESSION_SECRET ?? keptSecret(env.DATA_DIR) };
}

/** Beside an embedded database the secret is made once and kept with it, so that a restart signs nobody out. */
function keptSecret(folder: string): string {
  const path = join(folder, 'session-secret');
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}
