import type pg from 'pg';

/** What a backup leaves out: who is signed in, failed guesses, and what the database itself keeps of its migrations. */
const LEFT_OUT = ['migrations', 'session', 'sign_in_failure'];

/** The tables of the database, each after those its rows refer to, so that rows can be put back in this order. */
export async function tablesInOrder(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `SELECT rel.relname AS name, ARRAY(
       SELECT DISTINCT referred.relname::text FROM pg_constraint con JOIN pg_class referred ON referred.oid = con.confrelid
       WHERE con.conrelid = rel.oid AND con.contype = 'f' AND referred.oid <> rel.oid) AS needs
     FROM pg_class rel WHERE rel.relnamespace = 'public'::regnamespace AND rel.relkind = 'r' AND rel.relname <> ALL ($1) ORDER BY rel.relname`,
    [LEFT_OUT],
  );
  const order: string[] = [];
  while (order.length < rows.length) {
    const ready = rows.filter(({ name, needs }) => !order.includes(name) && needs.every((need) => order.includes(need)));
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle: rows cannot be put back.');
    order.push(...ready.map(({ name }) => name));
  }
  return order;
}

/** None in a database that was never migrated. */
export async function migrationsHeld(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('public.migrations') IS NOT NULL AS there`);
  if (!rows[0]!.there) return [];
  return (await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id')).rows.map(({ name }) => name);
}

/** Numbers that the database gives go on after the highest that was put back. */
export async function continueNumbers(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `SELECT pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence, table_name AS table, column_name AS column
     FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES' AND table_name <> ALL ($1)`,
    [LEFT_OUT],
  );
  for (const { sequence, table, column } of rows)
    await client.query(`SELECT setval($1, coalesce((SELECT max("${column}") FROM "${table}"), 0) + 1, false)`, [sequence]);
}
