import type { Database } from '../../src/platform/database/database.js';

/** A session is written by being read: its expiry moves. */
const MAY_CHANGE = ['public.session'];

/** What every table holds, as one value each: an insert, a change or a deletion anywhere changes it, even one that is undone by another. */
export async function checksum(database: Pick<Database, 'query'>): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `SELECT schemaname || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1`,
  );
  const sums = tables
    .filter(({ name }) => !MAY_CHANGE.includes(name))
    .map(({ name }) => `SELECT '${name}' AS name, (SELECT ${SUM} FROM ${name} t) AS sum`);
  const rows = await database.query<{ name: string; sum: string }>(sums.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

const SUM = `count(*) || ' ' || coalesce(md5(string_agg(t.xmin::text || t::text, '' ORDER BY t.ctid)), '')`;
