import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.js';

/** The server that `postgres.mjs` started for this run. */
const SERVER = process.env['TEST_DATABASE_SERVER']!;
export const urlOf = (name: string): string => `${SERVER}/${name}`;

/** The database of this worker: one test file at a time uses it. */
export const WORKER_DATABASE = `attrait_test_${process.env['JEST_WORKER_ID'] ?? '0'}`;

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(urlOf('postgres'));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An empty database, or a copy of another, whatever the name held before. */
export const recreate = (name: string, template = 'template0'): Promise<void> =>
  onServer(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  });

/** A migrated database named after the migrations it holds: built once, copied by each worker. */
export const template = (): Promise<string> =>
  onServer(async (client) => {
    const name = `attrait_template_${fingerprint()}`;
    await client.query('SELECT pg_advisory_lock(20250801)');
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) {
      const draft = `${name}_draft`;
      await recreate(draft);
      await migrate(urlOf(draft));
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    }
    return name;
  });

/** The queue's tables come from its package, so a new version of it is a new template too. */
function fingerprint(): string {
  const files = readdirSync('migrations')
    .sort()
    .map((file) => `migrations/${file}`);
  const hash = createHash('sha1');
  for (const file of [...files, 'node_modules/graphile-worker/package.json']) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 10);
}
