import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type ClusterPaths, USER } from './cluster.js';
import { isRunning } from './process-lease.js';
import { EmbeddedPostgresProblem } from './problem.js';

const POLL_MS = 100;
/** A server that was killed replays its journal before it answers. */
const PATIENCE_MS = 240_000;

interface Postmaster {
  pid: number;
  port: number;
}

/** What the server says of itself. The file outlives a killed server, so it proves nothing. */
export async function findPostmaster(paths: ClusterPaths): Promise<Postmaster | undefined> {
  const text = await readFile(join(paths.data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  return pid && port ? { pid, port } : undefined;
}

export async function urlOf(paths: ClusterPaths, port: number, database: string): Promise<string> {
  const password = (await readFile(paths.password, 'utf8')).trim();
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** The address of the server that runs over these files already, waited for while it comes up; undefined if there is none. */
export async function findRunning(paths: ClusterPaths): Promise<number | undefined> {
  const giveUp = performance.now() + PATIENCE_MS;
  for (;;) {
    const postmaster = await findPostmaster(paths);
    if (!postmaster) return undefined;
    if (await answers(paths, postmaster.port)) return postmaster.port;
    if (!isRunning(postmaster.pid)) return undefined;
    if (isStranger(postmaster.pid, paths)) {
      // The machine restarted and gave the number away. PostgreSQL would take the stranger for its server, and not start.
      await rm(join(paths.data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (performance.now() > giveUp)
      throw new EmbeddedPostgresProblem(`The database (process ${postmaster.pid}) runs and does not answer: see ${paths.log}.`);
    await wait(POLL_MS);
  }
}

/** A port may have changed hands as well: only a server that knows our password and serves these very files is ours. */
async function answers(paths: ClusterPaths, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: await urlOf(paths, port, 'postgres'), connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return (await realpath(rows[0]!.data_directory)) === (await realpath(paths.data));
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether a running process is surely something else. Windows does not say, and PostgreSQL finds out by itself there. */
function isStranger(pid: number, paths: ClusterPaths): boolean {
  const command = commandOf(pid);
  return command !== undefined && !command.includes(paths.data);
}

function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (process.platform === 'darwin') return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return undefined;
  } catch {
    return undefined;
  }
}
