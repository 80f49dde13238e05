import { spawn } from 'node:child_process';
import type { Account } from './account.js';

/** What a PostgreSQL binary needs of our environment. The rest holds secrets, and a database that lives on its own must not carry them. */
const NEEDED = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMP'];

/** After the command itself is over, how long its last words may take to arrive. */
const LAST_WORDS_MS = 200;

export interface Outcome {
  succeeded: boolean;
  output: string;
}

interface Place {
  account?: Account | null;
  folder?: string;
}

/** Runs a command to its end, as another account if one is given. It answers; it throws only if we wrote the call wrongly. */
export function runCommand(binary: string, words: readonly string[], { account, folder = '/' }: Place = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const identity = account ? { uid: account.uid, gid: account.gid } : {};
    const child = spawn(binary, words, {
      ...identity,
      cwd: folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const hear = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => resolve({ succeeded: false, output: error.message }));
    child.once('close', (code) => resolve({ succeeded: code === 0, output }));
    // On Windows a server started by pg_ctl holds its pipes, so they would never close.
    child.once('exit', (code) => setTimeout(() => resolve({ succeeded: code === 0, output }), LAST_WORDS_MS).unref());
  });
}

function environment(): NodeJS.ProcessEnv {
  // eslint-disable-next-line no-restricted-properties -- handed on, not read: none of these is a setting of ours
  const ours = Object.entries(process.env).filter(([name]) => NEEDED.includes(name));
  // macOS refuses to start a server whose locale is not set; C is there everywhere.
  return { ...Object.fromEntries(ours), LC_ALL: 'C' };
}
