import { spawn, type SpawnOptions } from 'node:child_process';

/** An account of the machine that is not root. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
  /** The one power of root it is lent, by its Linux name: to pass folders that are closed to it. */
  passage?: string;
}

/** What a PostgreSQL binary needs of our environment. The rest holds secrets, and a database that lives on its own must not carry them. */
const NEEDED = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMP'];

/** After the command itself is over, how long its last words may take to arrive. */
const LAST_WORDS_MS = 200;

interface Outcome {
  succeeded: boolean;
  output: string;
}

interface Circumstances {
  account?: Account | null;
  folder?: string;
}

/** Runs a command to its end, as another account if one is given. A command that fails is an answer, not an error. */
export function runCommand(
  binary: string,
  words: readonly string[],
  { account = null, folder = '/' }: Circumstances = {},
): Promise<Outcome> {
  const [program, ...all] = [...lending(account), binary, ...words] as [string, ...string[]];
  return new Promise((resolve) => {
    const child = spawn(program, all, { ...identity(account), cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => resolve({ succeeded: false, output: error.message }));
    child.once('close', (code) => resolve({ succeeded: code === 0, output }));
    // On Windows a server started by pg_ctl holds its pipes, so they would never close.
    child.once('exit', (code) => setTimeout(() => resolve({ succeeded: code === 0, output }), LAST_WORDS_MS).unref());
  });
}

const identity = (account: Account | null): SpawnOptions => (account && !account.passage ? { uid: account.uid, gid: account.gid } : {});

/**
 * Becoming another account drops every power of root. With setpriv it keeps the one that is lent, and can gain no other;
 * without the secure bit, whoever asks first whether it may open a file, as PostgreSQL does, is answered as if it had none.
 */
function lending(account: Account | null): string[] {
  if (!account?.passage) return [];
  const only = `-all,+${account.passage}`;
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'];
  return ['setpriv', ...identity, `--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`, '--'];
}

function environment(): NodeJS.ProcessEnv {
  // eslint-disable-next-line no-restricted-properties -- handed on, not read: none of these is a setting of ours
  const ours = Object.entries(process.env).filter(([name]) => NEEDED.includes(name));
  // macOS refuses to start a server whose locale is not set; C is there everywhere.
  return { ...Object.fromEntries(ours), LC_ALL: 'C' };
}
