// One PostgreSQL for the whole run, started by the platform's own launcher in a throw-away folder, without the cost of durability.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const PREFIX = 'attrait-test-';
const HOUR = 3_600_000;
const ROOM = 2 * 1024 ** 3;
const PARENT_FOLDER = isRoomy('/dev/shm') ? '/dev/shm' : tmpdir();

export default async function start() {
  if (process.env.TEST_DATABASE_SERVER) return;
  sweep();
  const folder = mkdtempSync(join(PARENT_FOLDER, `${PREFIX}${process.pid}-`));
  const { startEmbeddedPostgres } = await launcher();
  const server = await startEmbeddedPostgres(folder, {
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  process.env.TEST_DATABASE_SERVER = server.url.replace(/\/[^/]*$/, '');
  globalThis.stopPostgres = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void globalThis.stopPostgres().finally(() => process.exit(1)));
}

/** Jest transforms no TypeScript for a global setup, so the launcher is bundled to where it finds its packages. */
async function launcher() {
  const outfile = join(process.cwd(), 'node_modules', '.cache', 'attrait', `launcher-${process.pid}.mjs`);
  await build({
    entryPoints: ['src/platform/database/embedded-postgres.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  try {
    return await import(outfile);
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** Copying the template is twenty times as fast in memory. A container often has too little of it there. */
function isRoomy(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ROOM;
  } catch {
    return false;
  }
}

/** A run that was killed leaves its server behind: the next run, later, ends it. */
function sweep() {
  for (const name of readdirSync(PARENT_FOLDER).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(PARENT_FOLDER, name);
    if (isRunning(Number(name.split('-')[2])) || Date.now() - statSync(folder).mtimeMs < HOUR) continue;
    endServer(join(folder, 'cluster', 'data'));
    rmSync(folder, { recursive: true, force: true });
  }
}

function endServer(data) {
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)) process.kill(pid, 'SIGQUIT');
  } catch {
    // It is gone already.
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
