import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/** Settings of a program under test: nothing of the machine it runs on but the path to its tools. */
export type Settings = Readonly<Record<string, string>>;

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A program of ours as people run it: built, in a process of its own. */
export class Program {
  out = '';
  err = '';
  readonly ended: Promise<Ended>;

  constructor(readonly process: ChildProcess) {
    process.stdout!.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    process.stderr!.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.ended = once(process, 'close').then(([status, signal]) => ({
      status: status as number | null,
      signal: signal as NodeJS.Signals | null,
      out: this.out,
      err: this.err,
    }));
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.process.kill(signal);
    return this.ended;
  }
}

function run(script: string, words: readonly string[], settings: Settings): Program {
  // No browser is found: a server that begins to print decks would slow the other tests down.
  const env = { CHROMIUM_PATH: '/nowhere', PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', ...settings };
  return new Program(spawn(process.execPath, [`scripts/${script}`, ...words], { env, stdio: ['pipe', 'pipe', 'pipe'] }));
}

export const startServer = (settings: Settings): Program => run('start.mjs', [], settings);

/** One command of `npm run attrait`, to its end. */
export async function attrait(words: readonly string[], settings: Settings, input = ''): Promise<Ended> {
  const program = run('attrait.mjs', words, settings);
  program.process.stdin!.end(input);
  return program.ended;
}

/** Until the server answers and has said its last word about it. @throws with what it said instead, when it ends before. */
export async function ready(program: Program, url: string): Promise<void> {
  const giveUp = Date.now() + PATIENCE_MS;
  let over = false;
  void program.ended.then(() => (over = true));
  while (!over && Date.now() < giveUp) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok && program.out.includes('Attrait is ready')) return;
    await wait(50);
  }
  throw new Error(`The server did not come up:\n${program.out}\n${program.err}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'attrait-program-'));
