import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as cheerio from 'cheerio';
import pg from 'pg';
import { recreate, template, urlOf } from '../support/databases.js';
import { aFolder, attrait, freePort, type Program, ready, type Settings, startServer } from '../support/program.js';

const DATABASE = `attrait_start_${process.env['JEST_WORKER_ID'] ?? '0'}`;
const OVER_DATABASE = { DATABASE_URL: urlOf(DATABASE), SESSION_SECRET: 'a secret that only tests know, and long enough' };

let folder: string;
let programs: Program[];

// Whoever is first would otherwise build, and say so.
beforeAll(() => attrait(['--help'], {}), 120_000);
beforeEach(() => {
  folder = aFolder();
  programs = [];
});
afterEach(async () => {
  for (const program of programs) await program.stop('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const start = (settings: Settings): Program => {
  const program = startServer({ DATA_DIR: folder, PORT: '0', ...settings });
  programs.push(program);
  return program;
};

/** A server over a migrated database of the test's own: it has no database to make first. */
async function started(more: Settings = {}): Promise<{ program: Program; url: string }> {
  await recreate(DATABASE, await template());
  return startedOver(more);
}

async function startedOver(more: Settings = {}): Promise<{ program: Program; url: string }> {
  const port = await freePort();
  const program = start({
    PORT: String(port),
    ...OVER_DATABASE,
    ...more,
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(program, url);
  return { program, url };
}

const isServerRunning = (): boolean => existsSync(join(folder, 'postgres', 'cluster', 'data', 'postmaster.pid'));

/** Signs in as a browser does: the form's token first. Answers where it leads. */
async function signIn(url: string, email: string, password: string): Promise<{ status: number; to: string | null }> {
  const page = await fetch(`${url}/sign-in`);
  const token = cheerio
    .load(await page.text())('[name=_token]')
    .val() as string;
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const body = new URLSearchParams({ _token: token, email, password });
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body,
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  return { status: answer.status, to: answer.headers.get('location') };
}

describe('a first start, with nothing set', () => {
  it('comes up with a database of its own and the demonstration, says as whom to sign in, and lets one in', async () => {
    const port = await freePort();
    const program = start({ PORT: String(port) });
    const url = `http://127.0.0.1:${port}`;
    await ready(program, url);

    expect(program.out).toContain(`Attrait is ready: ${url}`);
    expect(program.out).toMatch(/attrait-demonstration[^]*lecturer@attrait\.example[^]*student1@attrait\.example/);
    expect(await signIn(url, 'student1@attrait.example', 'attrait-demonstration')).toEqual({ status: 303, to: '/' });

    expect(await program.stop()).toMatchObject({ status: 0, signal: null, err: '' });
    expect(isServerRunning()).toBe(false);
  }, 90_000);

  it('has no demonstration in production, says how to make the first account, and speaks JSON', async () => {
    const port = await freePort();
    const program = start({ PORT: String(port), NODE_ENV: 'production' });
    await ready(program, `http://127.0.0.1:${port}`);
    const { out } = await program.stop();

    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: string; message: string })
      // That the browser it is told of prints nothing, it may have found out by now.
      .filter(({ message }) => message !== 'CHROMIUM_PATH is /nowhere, which does not start.');
    expect(lines).toEqual([expect.objectContaining({ level: 'info', message: `Attrait is ready: http://127.0.0.1:${port}` })]);
  }, 90_000);
});

const DECK = '/slides/fr/competitive-analysis';

/** Its answer, as soon as the server listens. */
async function first(program: Program, address: string): Promise<Response> {
  let answer: Response | null = null;
  await until(async () => {
    if (program.process.exitCode !== null) throw new Error(`The server ended:\n${program.err}`);
    answer = await fetch(address).catch(() => null);
    return answer !== null;
  });
  return answer!;
}

describe('while it starts', () => {
  it('shows open decks before there is a database, says that it is not ready, and has other pages wait', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const program = start({ PORT: String(port) });

    const deck = await first(program, `${url}${DECK}`);
    const [live, readiness, closed] = await Promise.all(
      ['live', 'ready', '../slides/fr/nothing'].map((end) => fetch(`${url}/health/${end}`)),
    );
    expect(program.out).toBe('');
    expect(deck.status).toBe(200);
    const page = await deck.text();
    expect(page).not.toContain('Démonstration');
    expect(await live!.json()).toEqual({ status: 'live' });
    expect([readiness!.status, await readiness!.json()]).toEqual([503, { status: 'not-ready', reason: 'starting' }]);
    // After ten seconds it is told to come back: how long a first start takes is the machine's.
    expect([404, 503]).toContain(closed!.status);

    await ready(program, url);
    const later = await fetch(`${url}${DECK}`);
    const steady = ({ headers }: Response): object => ({ ...Object.fromEntries(headers), date: '', etag: '', 'content-length': '' });
    expect(steady(later)).toEqual(steady(deck));
    expect(later.headers.get('etag')).not.toBe(deck.headers.get('etag'));
  }, 90_000);

  it('ends cleanly when told to, and leaves no database behind', async () => {
    const port = await freePort();
    const program = start({ PORT: String(port), DEMO: 'off' });
    expect((await first(program, `http://127.0.0.1:${port}/health/ready`)).status).toBe(503);

    expect(await program.stop()).toMatchObject({ status: 0, signal: null, out: '', err: '' });
    expect(isServerRunning()).toBe(false);
  }, 60_000);
});

it('names the source file of what went wrong', async () => {
  const faulty = join(folder, 'faulty.cjs');
  writeFileSync(faulty, `require('node:net').Server.prototype.listen = () => { throw new Error('no ears'); };`);

  const { status, err } = await start({ ...OVER_DATABASE, NODE_OPTIONS: `--require=${faulty}` }).ended;

  expect(status).toBe(1);
  expect(err).toMatch(/Error: no ears[^]*src[\\/]platform[\\/]http[\\/]front-server\.ts:\d+/);
}, 60_000);

describe('what stops a start', () => {
  it('is a wrong setting: its name, what was read and what is accepted', async () => {
    const { status, out, err } = await start({ PORT: 'three thousand', WEB_CONCURRENCY: '0' }).ended;

    expect(status).toBe(1);
    expect(err).toContain('PORT: read "three thousand"; accepted: a number from 0 to 65535');
    expect(err).toContain('WEB_CONCURRENCY: read "0"');
    expect(err).not.toContain('    at ');
    expect(out).toBe('');
  });

  it.each([
    ['under a file', '/dev/null/x', 'ENOTDIR'],
    ['where no folder can be made', '/proc/x', 'ENOENT'],
    ['that is a file', '/dev/null', 'ENOTDIR'],
  ])('is a folder for its data %s', async (_, given, code) => {
    const { status, err } = await start({ DATA_DIR: given }).ended;

    expect(status).toBe(1);
    expect(err).toBe(
      `DATA_DIR: read "${given}", which cannot be used (${code}); accepted: a folder that this account may make and write to.\n`,
    );
  });

  it('is a database without the secret that goes with it, and the database’s password is not shown', async () => {
    const { status, err } = await start({ DATABASE_URL: 'postgres://attrait:hunter2@127.0.0.1:1/attrait' }).ended;

    expect(status).toBe(1);
    expect(err).toContain('SESSION_SECRET: read nothing; required beside DATABASE_URL');
    expect(err).not.toContain('hunter2');
  });

  it('is a database that does not answer', async () => {
    const port = await freePort();
    const { status, err } = await start({
      DATABASE_URL: `postgres://attrait:hunter2@127.0.0.1:${port}/attrait`,
      SESSION_SECRET: OVER_DATABASE.SESSION_SECRET,
    }).ended;

    expect(status).toBe(1);
    expect(err).toBe('The database that DATABASE_URL names does not answer (ECONNREFUSED). Start it, or correct DATABASE_URL.\n');
  });

  it('is a database that is newer than the program, which is left as it is', async () => {
    await recreate(DATABASE, await template());
    const client = new pg.Client(urlOf(DATABASE));
    await client.connect();
    await client.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'GrantWishes9999999999999')`);

    const { status, err } = await start(OVER_DATABASE).ended;

    expect(status).toBe(1);
    expect(err).toMatch(/^The database is newer than this program: it holds GrantWishes9999999999999\./);
    expect(err).not.toContain('    at ');
    expect((await client.query('SELECT FROM person')).rowCount).toBe(0);
    await client.end();
  });

  it('is a demonstration wished for where real people are', async () => {
    const { program } = await started();
    await program.stop();
    const client = new pg.Client(urlOf(DATABASE));
    await client.connect();
    await client.query(`INSERT INTO person (email, name, sort_name) VALUES ('real@school.test', 'Real Person', 'Person, Real')`);
    await client.end();

    const { status, err } = await start({ ...OVER_DATABASE, DEMO: 'on' }).ended;

    expect(status).toBe(1);
    expect(err).toBe('DEMO is on, and the database holds real people. Set DEMO to off, or use an empty database.\n');
  }, 60_000);

  it('is a taken port, and the database it had started is ended again', async () => {
    const taken = await occupied();

    const { status, err } = await start({ PORT: String(taken.port), DEMO: 'off' }).ended;

    expect(status).toBe(1);
    expect(err).toBe(`Port ${taken.port} of 127.0.0.1 is taken by another program. Stop that one, or set PORT to another.\n`);
    expect(isServerRunning()).toBe(false);
    taken.server.close();
  }, 60_000);

  it('is a taken port for several processes alike', async () => {
    await recreate(DATABASE, await template());
    const taken = await occupied();

    const { status, err } = await start({ ...OVER_DATABASE, PORT: String(taken.port), WEB_CONCURRENCY: '2' }).ended;

    expect(status).toBe(1);
    expect(err).toContain(`Port ${taken.port} of 127.0.0.1 is taken by another program.`);
    taken.server.close();
  }, 60_000);
});

async function occupied(): Promise<{ server: Server; port: number }> {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, port };
}

describe('being told to stop', () => {
  it('answers what it has begun, takes nothing new, and ends', async () => {
    const { program, url } = await started();
    const slow = begun(`${url}/sign-in`);
    await wait(300);

    program.process.kill('SIGTERM');
    await wait(300);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    const answer = await slow.finish();

    // Without its token the form is refused: what counts is that it was answered.
    expect(answer).toBe(403);
    expect(await program.ended).toMatchObject({ status: 0 });
  }, 60_000);

  it('ends at once when nobody waits, even while a browser keeps its connection', async () => {
    const { program, url } = await started();
    const agent = new http.Agent({ keepAlive: true });
    await new Promise((resolve) => http.get(`${url}/health/live`, { agent }, (answer) => answer.resume().once('end', resolve)));

    const asked = Date.now();
    const { status } = await program.stop('SIGINT');

    expect(status).toBe(0);
    // Idle connections are given 75 s, and answers under way 25 s.
    expect(Date.now() - asked).toBeLessThan(20_000);
    agent.destroy();
  }, 60_000);
});

/** A form whose second half is still on its way. */
function begun(address: string): { finish(): Promise<number> } {
  const body = 'email=someone%40school.test&password=guess';
  const request = http.request(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length, 'sec-fetch-site': 'same-origin' },
  });
  const status = new Promise<number>((resolve, reject) => {
    request.once('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    request.once('error', reject);
  });
  request.write(body.slice(0, 10));
  return {
    finish: () => {
      request.end(body.slice(10));
      return status;
    },
  };
}

it('ends, and says why, when something was left to fail unseen', async () => {
  const forgetful = join(folder, 'forgetful.mjs');
  writeFileSync(forgetful, `process.on('SIGUSR2', () => void Promise.reject(new Error('left alone')));`);
  const { program } = await started({ NODE_OPTIONS: `--import=${forgetful}` });

  program.process.kill('SIGUSR2');
  const { status, err } = await program.ended;

  expect(status).toBe(1);
  expect(err).toContain('Error: left alone');
}, 60_000);

describe('several processes', () => {
  it('share one port, replace one that dies, and end together', async () => {
    const { program, url } = await started({ WEB_CONCURRENCY: '2' });
    const first = workersOf(program.process.pid!);
    expect(first).toHaveLength(2);

    process.kill(first[0]!, 'SIGKILL');
    await until(() => workersOf(program.process.pid!).filter((pid) => pid !== first[0]).length === 2);
    expect(program.err).toContain(`Process ${first[0]} ended (SIGKILL); another takes its place.`);
    await ready(program, url);

    expect(await program.stop()).toMatchObject({ status: 0 });
    expect(workersOf(program.process.pid!)).toEqual([]);
  }, 90_000);
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 300) throw new Error('It never came to that.');
    await wait(100);
  }
}

/** The processes that a process has started, as Linux lists them. */
function workersOf(pid: number): number[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
}
