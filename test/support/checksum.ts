import type { Database } from '../../src/platform/database/database.js';

/** A session is written by being read: its expiry moves. */
const MAY_CHANGE = ['public.session'];

/** What every table holds, as one value each: an insert, a change or a deletion anywhere changes it, even one that is undone by another. */
export async function checksum(database: Pick<Database, 'query'>): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `SELECT schemaname || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !MAY_CHANGE.includes(table.name))) {
    const [row] = await database.query<{ sum: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t.xmin::text || t::text, '' ORDER BY t.ctid)), '') AS sum FROM ${name} t`,
    );
    sums[name] = row!.sum;
  }
  return sums;
}
