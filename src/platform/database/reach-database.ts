import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotStart } from '../config/cannot-start.js';
import type { Env } from '../config/env.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

/** The settings with nothing left open: a database that answers, and a secret for sessions. */
export type ReadyEnv = Env & { readonly DATABASE_URL: string; readonly SESSION_SECRET: string };

export interface OpenDatabase {
  readonly env: ReadyEnv;
  readonly isEmbedded: boolean;
  /** Starts the embedded PostgreSQL again whenever it is gone. Another database is somebody else's to keep. */
  keepUp(onFailure: (error: unknown) => void): void;
  /** Ends the embedded PostgreSQL unless another process uses it. Another database goes on. */
  leave(): Promise<void>;
}

/**
 * The database as it is: the embedded PostgreSQL is started unless a `DATABASE_URL` names another. Nothing in it is touched.
 * @throws CannotStart at once, before anything is begun, when `DATA_DIR` cannot be used.
 */
export function reachDatabase(env: Env): Promise<OpenDatabase> {
  const { DATABASE_URL } = env;
  const settings = { ...env, SESSION_SECRET: secretIn(env) };
  if (!DATABASE_URL) return startEmbedded(settings);
  return Promise.resolve({ env: { ...settings, DATABASE_URL }, isEmbedded: false, keepUp: () => undefined, leave: async () => undefined });
}

async function startEmbedded(settings: Env & Pick<ReadyEnv, 'SESSION_SECRET'>): Promise<OpenDatabase> {
  const embedded = await startEmbeddedPostgres(join(settings.DATA_DIR, 'postgres'), { settings: roomFor(settings) });
  const { url, keepUp } = embedded;
  return { env: { ...settings, DATABASE_URL: url }, isEmbedded: true, keepUp, leave: () => embedded.stop() };
}

/** Each process holds up to ten connections and one that listens; PostgreSQL's own hundred are too few for nine of them. */
const roomFor = ({ WEB_CONCURRENCY }: Env): Record<string, string> => ({
  max_connections: String(Math.max(100, 20 + 12 * WEB_CONCURRENCY)),
});

/** @throws CannotStart when `DATA_DIR` is no folder that this account can make, or write to. */
function secretIn({ DATA_DIR, SESSION_SECRET }: Env): string {
  try {
    makeFolder(DATA_DIR);
    // With the slash at its end a file is told from a folder.
    accessSync(join(DATA_DIR, '/'), constants.W_OK | constants.X_OK);
    return SESSION_SECRET ?? keptSecret(DATA_DIR);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw new CannotStart(
      `DATA_DIR: read ${JSON.stringify(DATA_DIR)}, which cannot be used (${code}); accepted: a folder that this account may make and write to.`,
    );
  }
}

/** One folder at a time: where none can be made, as under `/proc`, Node's own way of making all of them never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirUnlessThere(path);
}

/** Beside an embedded database the secret is made once and kept with it, so that a restart signs nobody out. */
function keptSecret(folder: string): string {
  const path = join(folder, 'session-secret');
  if (!existsSync(path)) writeUnlessThere(path, randomBytes(32).toString('base64url'));
  return readFileSync(path, 'utf8').trim();
}

/** Of two that start together, one makes it. */
const mkdirUnlessThere = (path: string): void => unlessThere(() => mkdirSync(path));
const writeUnlessThere = (path: string, text: string): void => unlessThere(() => writeFileSync(path, text, { mode: 0o600, flag: 'wx' }));

function unlessThere(make: () => void): void {
  try {
    make();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
