import { access, constants, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries } from '../postgres/binaries.js';
import { makeCluster, type ClusterPaths, clusterPaths } from '../postgres/cluster.js';
import { withLock } from '../postgres/lock.js';
import { findPostmaster, findRunning, urlOf } from '../postgres/postmaster.js';
import { isRunning } from '../postgres/process-lease.js';
import { EmbeddedPostgresProblem } from '../postgres/problem.js';
import { startServer, stopServer } from '../postgres/server.js';
import { enter, leave } from '../postgres/users.js';

const DATABASE = 'attrait';

export interface EmbeddedPostgres {
  url: string;
  /** Whether the server ran already: another process of this installation uses it, or an earlier one was killed. */
  attached: boolean;
  /** Starts the server again, at the same address, whenever it is gone: somebody may kill it, or the machine's memory run out. */
  keepUp(onFailure: (error: unknown) => void): void;
  /** Leaves the server, and ends it when nobody else uses it. */
  stop(): Promise<void>;
}

/** How long a server may be gone before that is seen. */
const GLANCE_MS = 1_000;

interface Options {
  /** Settings of PostgreSQL, such as `{ fsync: 'off' }` for a database that may be lost. */
  settings?: Record<string, string>;
}

/**
 * A PostgreSQL over the files in a folder of its own: made at the first start, joined when it runs already.
 * Whoever kills this process leaves the server running, and the next start joins it; whoever kills the server loses nothing that was committed.
 * @throws EmbeddedPostgresProblem with what to do, when it can't run on this machine.
 */
export async function startEmbeddedPostgres(folder: string, { settings = {} }: Options = {}): Promise<EmbeddedPostgres> {
  const home = await openFolder(folder);
  const paths = clusterPaths(join(home, 'cluster'));
  const users = join(home, 'users');
  const lock = join(home, 'lock');

  return withLock(lock, async () => {
    const { port, attached } = await bringUp(home, paths, settings);
    await createDatabase(await urlOf(paths, port, 'postgres'));
    const lease = await enter(users);
    const revive = () => withLock(lock, async () => ((await findRunning(paths)) ? undefined : startServer(paths, settings, port)));
    const watch = watching(paths, revive);
    const stop = async () => {
      await watch.end();
      await withLock(lock, async () => ((await leave(users, lease)) === 'last' ? stopServer(paths) : undefined));
    };
    return { url: await urlOf(paths, port, DATABASE), attached, keepUp: watch.begin, stop };
  });
}

async function openFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return await realpath(folder);
  } catch (error) {
    throw new EmbeddedPostgresProblem(
      `The database cannot be kept in ${folder}: ${(error as Error).message}.\n` +
        'Give that folder to the account that starts Attrait (chown -R), or choose another DATA_DIR.',
    );
  }
}

async function bringUp(home: string, paths: ClusterPaths, settings: Record<string, string>): Promise<{ port: number; attached: boolean }> {
  const running = await findRunning(paths);
  if (running) return { port: running, attached: true };
  await makeCluster(home, paths, await findBinaries(), settings['fsync'] === 'off' ? 'throw-away' : 'durable');
  await startServer(paths, settings);
  return { port: (await findRunning(paths))!, attached: false };
}

/** Looks at the server now and then; one glance at a time, and none any more once it was told to end. */
function watching(paths: ClusterPaths, revive: () => Promise<void>) {
  let isOver = false;
  let glance = Promise.resolve();
  let next: NodeJS.Timeout | undefined;
  const begin = (onFailure: (error: unknown) => void): void => {
    next = setTimeout(() => {
      glance = look().catch(onFailure);
      void glance.then(() => isOver || begin(onFailure));
    }, GLANCE_MS).unref();
  };
  const look = async (): Promise<void> => {
    const postmaster = await findPostmaster(paths);
    if (!isOver && !(postmaster && isRunning(postmaster.pid))) await revive();
  };
  const end = async (): Promise<void> => {
    isOver = true;
    clearTimeout(next);
    await glance;
  };
  return { begin, end };
}

async function createDatabase(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
