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

export async function takeSnapshot(database: Database): Promise<Snapshot> {
  const rows = new Map<Table, string>();
  for (const table of await tablesOf(database)) {
    const [held] = await database.query<{ rows: string }>(`SELECT coalesce(json_agg(t), '[]')::text AS rows FROM ${table.name} t`);
    rows.set(table, held!.rows);
  }
  return { rows };
}

/** Puts everything back as it was, past the triggers that let no row of the past be changed: that is what a test may do and the product may not. */
export async function restore(database: Database, { rows }: Snapshot): Promise<void> {
  await database.transaction(async () => {
    await database.query('SET LOCAL session_replication_role = replica');
    await database.query(`TRUNCATE ${[...rows.keys()].map(({ name }) => name).join(', ')}`);
    for (const [{ name, columns }, held] of rows)
      await database.query(
        `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM json_populate_recordset(null::${name}, $1::json)`,
        [held],
      );
  });
}
