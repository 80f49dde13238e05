// The platform as an operator runs it, on a durable database of its own in a throw-away folder, with the demonstration class.
import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const ROOT = resolve(import.meta.dirname, '../..');
export const DEMONSTRATION_PASSWORD = 'attrait-demonstration';

/** The platform, the controls beside it, and the database under both. Call `stop` whatever happens. */
export async function startPlatform() {
  const folder = mkdtempSync(join(tmpdir(), 'attrait-bench-'));
  const { startEmbeddedPostgres } = await import(join(ROOT, 'dist/src/platform/database/embedded-postgres.js'));
  const server = await startEmbeddedPostgres(join(folder, 'postgres'), {
    settings: { shared_preload_libraries: 'pg_stat_statements', max_connections: '200' },
  });
  const port = await freePort();
  const platform = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      // Nothing is measured beside a server that prints its decks.
      CHROMIUM_PATH: '/nowhere',
      NODE_ENV: 'production',
      DATABASE_URL: server.url,
      DATA_DIR: folder,
      SESSION_SECRET: 'x'.repeat(40),
      DEMO: 'on',
      PORT: String(port),
      LOG_LEVEL: 'error',
      // No deck is printed beside what is measured.
      CHROMIUM_PATH: '/nowhere',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, platform);
  const database = new pg.Pool({ connectionString: server.url, max: 2 });
  await database.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  const controls = await startControls(server.url);
  const stop = async () => {
    controls.process.disconnect();
    platform.kill('SIGTERM');
    await Promise.race([new Promise((done) => platform.once('exit', done)), wait(10_000)]);
    await database.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, controls: controls.url, database, stop };
}

async function startControls(databaseUrl) {
  const child = fork(join(import.meta.dirname, 'controls.mjs'), {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl },
  });
  const { port } = await new Promise((done) => child.once('message', done));
  return { process: child, url: `http://127.0.0.1:${port}` };
}

async function ready(url, platform) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (platform.exitCode !== null) throw new Error('The platform stopped while it was starting.');
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error('The platform was not ready within a minute.');
}

const freePort = () =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** How many statements one request makes, by the server's own count, the queue's polling left out. */
export async function statementsOf(database, request, times = 20) {
  await request();
  await database.query('SELECT pg_stat_statements_reset()');
  for (let made = 0; made < times; made += 1) await request();
  const { rows } = await database.query(
    `SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
     WHERE query NOT ILIKE '%graphile_worker%' AND query NOT ILIKE '%pg_stat_statements%' AND query NOT ILIKE '%bench.%' AND query NOT ILIKE 'LISTEN%'`,
  );
  return rows[0].calls / times;
}

/** Grows the demonstration course to so many students in teams of four, in its two sections. */
export async function growTo(database, people) {
  const { rows } = await database.query(
    `SELECT count(*)::int AS there FROM enrolment e JOIN course c ON c.id = e.course_id WHERE c.slug = 'demo' AND e.role = 'student'`,
  );
  if (rows[0].there >= people) return;
  const from = rows[0].there;
  await database.query(`
    WITH course AS (SELECT id FROM course WHERE slug = 'demo'),
    sections AS (SELECT id, row_number() OVER (ORDER BY name) - 1 AS place FROM section WHERE course_id = (SELECT id FROM course)),
    persons AS (
      INSERT INTO person (email, name, sort_name)
      SELECT 'grown' || n || '@attrait.example', 'Grown ' || n, 'Grown, ' || n FROM generate_series(${from + 1}, ${people}) n RETURNING id, email
    ),
    numbered AS (SELECT id, substring(email FROM '\\d+')::int AS n FROM persons),
    enrolled AS (
      INSERT INTO enrolment (course_id, person_id, role, section_id)
      SELECT (SELECT id FROM course), p.id, 'student', s.id FROM numbered p JOIN sections s ON s.place = (p.n / 4) % 2 RETURNING person_id, section_id
    ),
    teams AS (
      INSERT INTO team (course_id, section_id, name)
      SELECT DISTINCT (SELECT id FROM course), s.id, 'Grown ${people}/' || p.n / 4 FROM numbered p JOIN sections s ON s.place = (p.n / 4) % 2 RETURNING id, name
    )
    INSERT INTO team_member (course_id, team_id, person_id)
    SELECT (SELECT id FROM course), t.id, p.id FROM numbered p JOIN teams t ON t.name = 'Grown ${people}/' || p.n / 4 JOIN enrolled e ON e.person_id = p.id`);
  await database.query('ANALYZE');
}
