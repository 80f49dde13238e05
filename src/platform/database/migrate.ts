import { runMigrations as prepareJobs } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { CannotStart } from '../config/cannot-start.js';
import { connection } from './options.js';

/** Any number will do, as long as every process of Attrait uses the same. */
const LOCK = 4_155_724;

/**
 * Brings the database to this program's schema. Processes that start together take turns.
 * @throws CannotStart when the database holds migrations that this program does not know: it is newer, and nothing is touched.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await refuseNewer(client);
    // A change of a large table may take its time: what is too long for a page is not too long here.
    const source = await new DataSource({ ...connection(url), extra: { statement_timeout: 0 }, migrations }).initialize();
    try {
      const done = await source.runMigrations({ transaction: 'each' });
      await prepareJobs({ connectionString: url });
      return done.map(({ name }) => name);
    } finally {
      await source.destroy();
    }
  } finally {
    await client.end();
  }
}

async function refuseNewer(client: pg.Client): Promise<void> {
  const { rows: tables } = await client.query<{ there: boolean }>(`SELECT to_regclass('public.migrations') IS NOT NULL AS there`);
  if (!tables[0]?.there) return;
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = rows.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new CannotStart(
    `The database is newer than this program: it holds ${unknown.join(', ')}. ` +
      'Start the version of Attrait that made it, or restore a backup made by this version. Nothing was changed.',
  );
}
