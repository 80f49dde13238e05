import * as cheerio from 'cheerio';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type DatabaseLine, openLine } from '../support/database-line.js';
import { urlOf, WORKER_DATABASE } from '../support/databases.js';
import { startApp, type TestApp } from '../support/test-app.js';

/** In milliseconds: a test does not wait for its database as long as people may. */
const PATIENCE = { query_timeout: 700, connectionTimeoutMillis: 700 };

let line: DatabaseLine;
let app: TestApp;
beforeAll(async () => {
  line = await openLine(urlOf(WORKER_DATABASE));
  app = await startApp({ DATABASE_URL: line.url });
  Object.assign((app.nest.get(DataSource).driver as unknown as { master: pg.Pool }).master.options, PATIENCE);
  // Whoever is connected already waits as before.
  line.cut();
  line.mend();
}, 60_000);
afterAll(async () => {
  line.mend();
  await app.stop();
  await line.close();
});

const readiness = async (): Promise<number> => (await app.stranger().get('/health/ready')).status;

/** Tries to sign in, which writes, on a page that was opened before. */
async function signingIn() {
  const browser = app.stranger();
  const _token = cheerio
    .load((await browser.get('/sign-in').expect(200)).text)('[name=_token]')
    .val();
  return () => browser.post('/sign-in').type('form').send({ _token, email: 'x@attrait.test', password: 'a wrong one' });
}

/** Another server takes over, which only reads, or takes writes again; whoever was connected is not any more. */
async function replaced(readOnly: 'on' | 'off'): Promise<void> {
  const client = new pg.Client(urlOf('postgres'));
  await client.connect();
  await client.query(`ALTER DATABASE ${WORKER_DATABASE} SET default_transaction_read_only = ${readOnly}`).finally(() => client.end());
  line.cut();
  line.mend();
}

describe('a database', () => {
  it('that only reads, after another took over, is not ready; a write is asked to come back', async () => {
    const tryIt = await signingIn();
    await replaced('on');

    expect(await readiness()).toBe(503);
    expect((await tryIt()).status).toBe(503);

    await replaced('off');
    expect(await readiness()).toBe(200);
    expect((await tryIt()).status).toBe(422);
  });

  it('that stands still is given up, inside a transaction too, and used again once it goes on', async () => {
    const tryIt = await signingIn();
    line.freeze();

    const [asked, written] = await Promise.all([tryIt(), app.database.transaction(() => app.database.query('SELECT 1')).catch(String)]);
    expect(asked.status).toBe(503);
    expect(written).toMatch(/Query read timeout/);
    expect(await readiness()).toBe(503);

    line.mend();
    expect((await tryIt()).status).toBe(422);
    expect(await readiness()).toBe(200);
  });

  it('that went away is asked again as soon as it is back', async () => {
    const tryIt = await signingIn();
    line.cut();

    expect((await tryIt()).status).toBe(503);
    expect(await readiness()).toBe(503);

    line.mend();
    expect((await tryIt()).status).toBe(422);
    expect(await readiness()).toBe(200);
  });
});
