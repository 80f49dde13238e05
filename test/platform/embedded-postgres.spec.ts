import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';

const THROW_AWAY = { settings: { fsync: 'off' } };
const NOT_A_PROCESS = 4_194_304;
const asRoot = process.getuid?.() === 0 ? it : it.skip;

let folder: string;
let started: EmbeddedPostgres[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attrait-embedded-'));
  started = [];
});
afterEach(async () => {
  for (const server of started) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(folder, THROW_AWAY);
  started.push(server);
  return server;
}

async function stop(server: EmbeddedPostgres): Promise<void> {
  started = started.filter((one) => one !== server);
  await server.stop();
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const pidFile = (): string => join(folder, 'cluster', 'data', 'postmaster.pid');
const postmaster = (): number => Number.parseInt(readFileSync(pidFile(), 'utf8'), 10);

/** A process of its own that starts the database, and is killed before it can stop it. */
async function startElsewhereAndKill(): Promise<void> {
  const launcher = `node_modules/.cache/attrait/story-${process.pid}.mjs`;
  const bundle = ['--bundle', '--packages=external', '--platform=node', '--format=esm', '--log-level=error', `--outfile=${launcher}`];
  execFileSync('node_modules/.bin/esbuild', ['src/platform/database/embedded-postgres.ts', ...bundle]);
  const program = `const { startEmbeddedPostgres } = await import(process.cwd() + '/${launcher}');
    await startEmbeddedPostgres(${JSON.stringify(folder)});
    console.log('ready');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  rmSync(launcher);
}

describe('the embedded PostgreSQL', () => {
  it('keeps what was written from one start to the next', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS seven');
    await stop(first);

    const second = await start();

    expect(second.attached).toBe(false);
    expect(await query(second.url, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
  });

  it('makes one database when two start for the first time at once, and ends it with the last of them', async () => {
    const [one, two] = await Promise.all([start(), start()]);

    expect([one.attached, two.attached].sort()).toEqual([false, true]);
    expect(one.url).toBe(two.url);
    await stop(one);
    expect(await query(two.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await stop(two);
    expect(existsSync(pidFile())).toBe(false);
  });

  it('is joined by the next start after whoever started it was killed, and then ended by it', async () => {
    await startElsewhereAndKill();

    const next = await start();

    expect(next.attached).toBe(true);
    await stop(next);
    expect(existsSync(pidFile())).toBe(false);
  });

  it('has every committed row after the server itself was killed', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS seven');
    process.kill(postmaster(), 'SIGKILL');

    const second = await start();

    expect(await query(second.url, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
  });

  it('does not take another process for its server when the number of a dead one was given away', async () => {
    await stop(await start());
    writeFileSync(pidFile(), `${process.pid}\n/elsewhere\n1\n1\n`);

    const server = await start();

    expect(server.attached).toBe(false);
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it.each([
    ['of a process that died', NOT_A_PROCESS],
    ['of an earlier life under our own number', process.pid],
  ])('takes over the lock %s', async (_, pid) => {
    writeFileSync(join(folder, 'lock'), `${pid}-11111111-2222-3333-4444-555555555555`);

    const server = await start();

    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('starts over when the first start was interrupted half-way', async () => {
    mkdirSync(join(folder, 'draft-interrupted', 'data'), { recursive: true });

    await start();

    expect(existsSync(join(folder, 'draft-interrupted'))).toBe(false);
  });

  it('folds the case of accented letters, as names need', async () => {
    const { url } = await start();

    expect(await query(url, `SELECT lower('ÉLÈVE') AS folded`)).toEqual([{ folded: 'élève' }]);
  });

  asRoot('runs in a folder that only root may enter, such as its home', async () => {
    mkdirSync(join(folder, 'inner'));

    const server = await startEmbeddedPostgres(join(folder, 'inner'), THROW_AWAY);
    started.push(server);

    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  asRoot('names the folder it may not enter, and what to do, where it cannot be let through', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '/nowhere';

    const refusal = startEmbeddedPostgres(join(folder, 'inner'), THROW_AWAY).finally(() => (process.env['PATH'] = path));

    await expect(refusal).rejects.toThrow(new RegExp(`may not enter ${folder}\\.[^]*chmod o\\+x[^]*DATABASE_URL`));
  });
});
