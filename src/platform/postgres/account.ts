import { execFileSync } from 'node:child_process';
import { type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { type Account, runCommand } from './command.js';

const KNOWN = ['postgres', '_postgres', 'nobody'];
const NOBODY: Account = { name: 'nobody', uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root. Then it borrows an account that is there already, and creates none:
 * the one that owns the database, or else the first that the machine knows. Anybody else runs it as themselves, which is null.
 * Root's own home is closed to every other account, and a clone in it must run too: see `passageFor`.
 */
export async function accountFor(cluster: Stats | undefined, paths: readonly string[]): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const account = borrow(cluster);
  if (!barredFolder(paths, account)) return account;
  const passage = await passageFor(account, paths.filter(isAbsolute));
  return passage ? { ...account, passage } : account;
}

function borrow(cluster: Stats | undefined): Account {
  if (cluster && cluster.uid !== 0) return { name: `number ${cluster.uid}`, uid: cluster.uid, gid: cluster.gid };
  for (const name of KNOWN) {
    const account = accountNamed(name);
    if (account) return account;
  }
  return NOBODY;
}

function accountNamed(name: string): Account | undefined {
  try {
    const number = (kind: '-u' | '-g') => Number(execFileSync('id', [kind, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { name, uid: number('-u'), gid: number('-g') };
  } catch {
    return undefined;
  }
}

/** The first folder on the way down to one of the paths that the account may not enter. */
export function barredFolder(paths: readonly string[], account: Account): string | undefined {
  return paths
    .filter(isAbsolute)
    .flatMap(waysDown)
    .find((folder) => !mayEnter(statSync(folder), account));
}

function waysDown(path: string): string[] {
  const above = dirname(path);
  return above === path ? [] : [...waysDown(above), above];
}

function mayEnter({ uid, gid, mode }: Stats, account: Account): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === account.gid ? 0o010 : 0o001)) !== 0;
}

/** The lesser power first; in a container root often has the greater one only. */
const PASSAGES = ['dac_read_search', 'dac_override'];

/** The power that, lent to the account, really takes it to every path. */
async function passageFor(account: Account, paths: readonly string[]): Promise<string | undefined> {
  for (const passage of PASSAGES) {
    const trials = paths.map((path) => runCommand('test', ['-e', path], { account: { ...account, passage } }));
    if ((await Promise.all(trials)).every(({ succeeded }) => succeeded)) return passage;
  }
  return undefined;
}
