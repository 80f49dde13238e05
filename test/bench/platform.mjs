// The platform as an operator runs it, on a durable database of its own in a throw-away folder, with the demonstration class.
import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { GAUGE, readGauge } from './reading-gauge.mjs';

export const ROOT = resolve(import.meta.dirname, '../..');
export const DEMONSTRATION_PASSWORD = 'attrait-demonstration';

/**
 * The platform, the controls beside it, and the database under both. Call `stop` whatever happens. `control` makes a control of
 * that kind and answers its address; `restart` ends the platform and begins it
 * again with settings of its own; `processors` tells the milliseconds of processor time that controls and platform have used.
 */
export async function startPlatform() {
  const folder = mkdtempSync(join(tmpdir(), 'attrait-bench-'));
  const { startEmbeddedPostgres } = await import(join(ROOT, 'dist/src/platform/database/embedded-postgres.js'));
  const server = await startEmbeddedPostgres(join(folder, 'postgres'), {
    settings: { shared_preload_libraries: 'pg_stat_statements', max_connections: '200' },
  });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const launch = async (settings) => {
    const child = spawn(process.execPath, [...GAUGE, join(ROOT, 'dist/server/main.js')], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, ...settingsFor(server.url, folder, port), ...settings },
    });
    await ready(url, child);
    return child;
  };
  let platform = await launch({});
  const database = new pg.Pool({ connectionString: server.url, max: 2 });
  await database.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  const controls = await startControls(server.url);
  const stop = async () => {
    controls.process.disconnect();
    await end(platform);
    await database.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const processors = async () => ({
    base: await readGauge(controls.process, 'processor'),
    ours: await readGauge(platform, 'processor'),
  });
  const restart = async (settings) => {
    await end(platform);
    platform = await launch(settings);
    return platform;
  };
  return { url, platform, restart, control: controls.make, processors, database, stop };
}

async function end(child) {
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await Promise.race([gone, wait(10_000)]);
}

const settingsFor = (databaseUrl, folder, port) => ({
  // Nothing is measured beside a server that prints its decks.
  CHROMIUM_PATH: '/nowhere',
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  DATA_DIR: folder,
  SESSION_SECRET: 'x'.repeat(40),
  DEMO: 'on',
  PORT: String(port),
  LOG_LEVEL: 'error',
});

async function startControls(databaseUrl) {
  const child = fork(join(import.meta.dirname, 'controls.mjs'), {
    execArgv: GAUGE,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl },
  });
  await new Promise((done) => child.once('message', done));
  let made = 0;
  const make = (kind, given = {}) =>
    new Promise((done) => {
      const id = `${kind}-${(made += 1)}`;
      const hear = (answer) => {
        if (answer.id !== id) return;
        child.off('message', hear);
        done(answer.url);
      };
      child.on('message', hear);
      child.send({ ...given, id, kind });
    });
  return { process: child, make };
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

export const freePort = () =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/**
 * How many statements one request makes, by the server's own count, the queue's polling left out. The queue does nothing meanwhile:
 * what a request leaves to it is not what its reader waits for.
 */
export async function statementsOf(database, request, times = 20) {
  await request();
  const letGo = await holdQueue(database);
  await database.query('SELECT pg_stat_statements_reset()');
  for (let made = 0; made < times; made += 1) await request();
  const { rows } = await database.query(
    `SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
     WHERE (query NOT ILIKE '%graphile_worker%' OR query ILIKE '%graphile_worker.add_job%') AND query NOT ILIKE '%pg_stat_statements%' AND query NOT ILIKE '%bench.%' AND query NOT ILIKE 'LISTEN%'`,
  );
  await letGo();
  return rows[0].calls / times;
}

/** Jobs that are added wait until the answer is called. */
async function holdQueue(database) {
  await wait(500);
  await database.query(
    `CREATE FUNCTION bench.hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.run_at := NEW.run_at + interval '1 day'; RETURN NEW; END $$`,
  );
  await database.query(
    'CREATE TRIGGER bench_hold BEFORE INSERT ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION bench.hold()',
  );
  return async () => {
    await database.query('DROP FUNCTION bench.hold() CASCADE');
    await database.query(
      `UPDATE graphile_worker._private_jobs SET run_at = run_at - interval '1 day' WHERE run_at > now() + interval '12 hours'`,
    );
  };
}
