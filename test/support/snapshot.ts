import { createHash } from 'node:crypto';
import type { Database } from '../../src/platform/database/database.js';

interface Table {
  readonly name: string;
  /** As a list for SQL, without those that the database reckons itself. */
  readonly columns: string;
}

/** What the database held at a moment, to come back to as often as wanted. Sessions go on. */
export interface Snapshot {
  readonly rows: ReadonlyMap<Table, string>;
}

const tablesOf = (database: Database): Promise<Table[]> =>
  database.query<Table>(
    `SELECT c.oid::regclass::text AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text IN ('public', 'graphile_worker')
       AND c.oid::regclass::text NOT IN ('session', 'migrations', 'graphile_worker.migrations')
     GROUP BY c.oid`,
  );

const heldBy = ({ name }: Table): string => `(SELECT coalesce(json_agg(t), '[]')::text FROM ${name} t)`;

export async function takeSnapshot(database: Database): Promise<Snapshot> {
  const tables = await tablesOf(database);
  const [held] = await database.query<{ rows: string[] }>(`SELECT ARRAY[${tables.map(heldBy).join(', ')}] AS rows`);
  return { rows: new Map(tables.map((table, place) => [table, held!.rows[place]!])) };
}

/** Puts everything back as it was, past the triggers that let no row of the past be changed: that is what a test may do and the product may not. */
export async function restore(database: Database, snapshot: Snapshot): Promise<void> {
  const changed = await changedSince(database, snapshot);
  if (changed.length === 0) return;
  await database.transaction(async () => {
    await database.query('SET LOCAL session_replication_role = replica');
    for (const [{ name, columns }, held] of changed) {
      await database.query(`DELETE FROM ${name}`);
      await database.query(
        `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM json_populate_recordset(null::${name}, $1::json)`,
        [held],
      );
    }
  });
}

async function changedSince(database: Database, { rows }: Snapshot): Promise<[Table, string][]> {
  const tables = [...rows];
  const sums = tables.map(([table]) => `md5(${heldBy(table)})`).join(', ');
  const [now] = await database.query<{ sums: string[] }>(`SELECT ARRAY[${sums}] AS sums`);
  return tables.filter(([, held], place) => now!.sums[place] !== createHash('md5').update(held).digest('hex'));
}
