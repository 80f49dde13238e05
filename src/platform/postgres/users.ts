import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLive, newLease, retire } from './process-lease.js';

/** Says that this process uses the server, so that nobody stops it underneath. The name is to be given to `leave`. */
export async function enter(folder: string): Promise<string> {
  const lease = newLease();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, lease), '');
  return lease;
}

/** Whether anybody is left. Whoever died without a word no longer counts. */
export async function leave(folder: string, lease: string): Promise<'last' | 'others remain'> {
  retire(lease);
  let others = 0;
  for (const user of await readdir(folder)) {
    if (isLive(user)) others += 1;
    else await rm(join(folder, user), { force: true });
  }
  return others === 0 ? 'last' : 'others remain';
}
