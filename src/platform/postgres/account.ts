import { execFileSync } from 'node:child_process';
import { type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** An account of the machine that is not root. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

const KNOWN = ['postgres', '_postgres', 'nobody'];
const NOBODY: Account = { name: 'nobody', uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root. Then it borrows an account that is there already, and creates none:
 * the one that owns the database, or else the first that the machine knows. Anybody else runs it as themselves.
 */
export function accountFor(cluster: Stats | undefined): Account | null {
  if (process.getuid?.() !== 0) return null;
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

/** The first folder on the way down to a path that the account may not enter. */
export function barredFolder(path: string, account: Account): string | undefined {
  return waysDown(path).find((folder) => !mayEnter(statSync(folder), account));
}

function waysDown(path: string): string[] {
  const above = dirname(path);
  return above === path ? [] : [...waysDown(above), above];
}

function mayEnter({ uid, gid, mode }: Stats, account: Account): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === account.gid ? 0o010 : 0o001)) !== 0;
}
