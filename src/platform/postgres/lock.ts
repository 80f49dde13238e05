import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isLive, newLease, retire } from './process-lease.js';
import { EmbeddedPostgresProblem } from './problem.js';

const POLL_MS = 50;
/** Nothing under the lock takes this long, so an older one is left over, whatever process carries its number today. */
const STALE_MS = 300_000;
const PATIENCE_MS = 330_000;

/** One process at a time. The lock of a process that died is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lease = newLease();
  const giveUp = performance.now() + PATIENCE_MS;
  while (!(await tryLock(file, lease))) {
    if (performance.now() > giveUp)
      throw new EmbeddedPostgresProblem(`Another process does not finish starting the database. If there is none, remove ${file}.`);
    await wait(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
    retire(lease);
  }
}

async function tryLock(file: string, lease: string): Promise<boolean> {
  await clearStale(file);
  const own = `${file}.${lease}`;
  await writeFile(own, lease);
  try {
    // A link appears with its content or not at all: nobody ever reads a lock that has no owner yet.
    await link(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

async function clearStale(file: string): Promise<void> {
  const lease = await readFile(file, 'utf8').catch(() => undefined);
  if (lease === undefined || (isLive(lease) && !(await isOld(file)))) return;
  // Two may find the same stale lock, and the slower one then moves away the lock of the faster one: it is put back.
  const aside = `${file}.${newLease()}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => lease);
  if (moved !== lease) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

const isOld = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > STALE_MS,
    () => false,
  );
