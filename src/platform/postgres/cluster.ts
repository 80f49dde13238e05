import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, chmod, chown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountFor } from './account.js';
import type { Binaries } from './binaries.js';
import { type Account, runCommand } from './command.js';
import { EmbeddedPostgresProblem, explain } from './problem.js';

export const USER = 'attrait';

/** Where a database lives on disk. All that must belong together is under `cluster`, so that one rename makes it. */
export interface ClusterPaths {
  cluster: string;
  data: string;
  password: string;
  log: string;
}

export const clusterPaths = (cluster: string): ClusterPaths => ({
  cluster,
  data: join(cluster, 'data'),
  password: join(cluster, 'password'),
  log: join(cluster, 'postgres.log'),
});

export type Durability = 'durable' | 'throw-away';

/** Makes the database's files unless they are there. Interrupted at any moment, it leaves nothing that looks finished. */
export async function makeCluster(folder: string, paths: ClusterPaths, binaries: Binaries, durability: Durability): Promise<void> {
  if (existsSync(paths.cluster)) return;
  const abandoned = (await readdir(folder)).filter((name) => name.startsWith('draft-'));
  for (const name of abandoned) await rm(join(folder, name), { recursive: true, force: true });

  // To be passed through by the account that runs the server, not read: what lies below is that account's alone.
  await chmod(folder, 0o711);
  const draft = clusterPaths(join(folder, `draft-${randomUUID()}`));
  await mkdir(draft.cluster, { mode: 0o700 });
  await writeFile(draft.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  const account = await accountFor(undefined, [draft.cluster, binaries.initdb]);
  if (account) for (const path of [draft.password, draft.cluster]) await chown(path, account.uid, account.gid);
  await initialise(draft, binaries, account, durability);
  await rename(draft.cluster, paths.cluster);
}

async function initialise(draft: ClusterPaths, binaries: Binaries, account: Account | null, durability: Durability): Promise<void> {
  // The bundled server folds and orders letters by Unicode on every system alike; an older one from the path cannot.
  const locale = binaries.bundled ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C'];
  const words = ['-D', draft.data, '-U', USER, '-A', 'scram-sha-256', '--pwfile', draft.password, '-E', 'UTF8', ...locale];
  if (durability === 'throw-away') words.push('--no-sync');
  const made = await runCommand(binaries.initdb, words, { account });
  if (!made.succeeded) throw explain('The database could not be made', made.output, account, [draft.data, binaries.initdb]);
  await appendFile(join(draft.data, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS}'\n`);
}

const SETTINGS = 'attrait.conf';

/** A file, and no words on the command line: pg_ctl hands those to a shell. */
export async function writeSettings(paths: ClusterPaths, settings: Record<string, string | number>): Promise<void> {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`);
  await writeFile(join(paths.data, SETTINGS), lines.join(''));
}

/** The account that may run a server over these files; null is our own. */
export async function ownerOf(paths: ClusterPaths, binary: string): Promise<Account | null> {
  const owner = await stat(paths.cluster);
  const me = process.getuid?.() ?? 0;
  if (me === 0 || me === owner.uid) return accountFor(owner, [paths.data, binary]);
  throw new EmbeddedPostgresProblem(
    `The database in ${paths.cluster} belongs to another account of this machine (its number is ${owner.uid}; Attrait runs as ${me}).\n` +
      'Start Attrait as that account or as root, or give it the folder (chown -R), or choose another DATA_DIR.',
  );
}
