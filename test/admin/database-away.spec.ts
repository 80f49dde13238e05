import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openLine } from '../support/database-line.js';
import { recreate, template, urlOf } from '../support/databases.js';
import { aFolder, attrait, freePort, type Program, ready, startServer } from '../support/program.js';

const DATABASE = `attrait_away_${process.env['JEST_WORKER_ID'] ?? '0'}`;

/** A mail server that takes connections and says nothing: whoever sends waits for it. */
async function silentMailServer() {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hasCaller: () => sockets.length > 0,
    hangUp: () => sockets.splice(0).forEach((socket) => socket.destroy()),
    close: () => server.close(),
  };
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 400; left > 0; left -= 1) {
    if (await what()) return;
    await wait(50);
  }
  throw new Error('It did not come to that.');
}

/** A message to send, as the application writes one, past the line. */
async function addMail(cause: string): Promise<void> {
  await onDatabase(
    `WITH written AS (
       INSERT INTO mail (cause, recipient, language, subject, body, created_at, due_at)
       VALUES ($1, 'ines@attrait.test', 'fr', 'Objet', 'Texte', now(), now()) RETURNING id)
     SELECT graphile_worker.add_job('send-mail', json_build_object('mailId', id)) FROM written`,
    [cause],
  );
}

async function onDatabase(sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client(urlOf(DATABASE));
  await client.connect();
  await client.query(sql, values).finally(() => client.end());
}

/** Ends the embedded server as the system does when memory runs out. */
function killPostgres(): void {
  const [pid] = readFileSync(join(folder, 'postgres/cluster/data/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

let folder: string;
let program: Program | undefined;
// Whoever is first would otherwise build, and say so.
beforeAll(() => attrait(['--help'], {}), 120_000);
beforeEach(() => (folder = aFolder()));
afterEach(async () => {
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('a running server', () => {
  it('outlives its database while a job ends, and takes the job up again', async () => {
    await recreate(DATABASE, await template());
    const [line, smtp, port] = [await openLine(urlOf(DATABASE)), await silentMailServer(), await freePort()];
    const url = `http://127.0.0.1:${port}`;
    program = startServer({
      DATA_DIR: folder,
      PORT: String(port),
      DATABASE_URL: line.url,
      SMTP_URL: smtp.url,
      SESSION_SECRET: 'a secret that only tests know, and long enough',
    });
    await ready(program, url);
    await addMail('first');
    await until(smtp.hasCaller);

    line.cut();
    smtp.hangUp();
    await until(async () => (await fetch(`${url}/health/ready`)).status === 503);
    // As long as the queue takes to find that it cannot note how the job ended.
    await wait(3_000);
    expect(program.process.exitCode).toBeNull();
    line.mend();

    await until(async () => (await fetch(`${url}/health/ready`)).ok);
    await addMail('second');
    await until(smtp.hasCaller);
    smtp.hangUp();
    smtp.close();
    expect((await program.stop()).status).toBe(0);
    await line.close();
  }, 90_000);

  it('starts its own database again when that is killed', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    program = startServer({ DATA_DIR: folder, PORT: String(port), DEMO: 'off' });
    await ready(program, url);

    killPostgres();

    await until(async () => (await fetch(`${url}/health/ready`)).status === 503);
    await until(async () => (await fetch(`${url}/health/ready`)).ok);
    expect((await fetch(`${url}/sign-in`)).status).toBe(200);
    expect((await program.stop()).status).toBe(0);
  }, 90_000);
});
