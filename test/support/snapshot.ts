import { createHash } from 'node:crypto';
import type { Database } from '../../src/platform/database/database.js';

interface Relation {
  readonly name: string;
  readonly kind: 'table' | 'sequence';
  /** As a list for SQL, without those that the database reckons itself; none for a sequence. */
  readonly columns: string;
}

/** What the database held at a moment, to come back to as often as wanted. */
export interface Snapshot {
  readonly rows: ReadonlyMap<Relation, string>;
}

const NOT_OURS = ['migrations', 'graphile_worker.migrations'];

const relationsOf = (database: Database, without: readonly string[]): Promise<Relation[]> =>
  database.query<Relation>(
    `SELECT c.oid::regclass::text AS name, CASE c.relkind WHEN 'S' THEN 'sequence' ELSE 'table' END AS kind,
       string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind IN ('r', 'S') AND c.relnamespace::regnamespace::text IN ('public', 'graphile_worker')
       AND c.oid::regclass::text <> ALL ($1)
     GROUP BY c.oid`,
    [without],
  );

const heldBy = ({ name, kind }: Relation): string =>
  kind === 'table'
    ? `(SELECT coalesce(json_agg(t), '[]')::text FROM ${name} t)`
    : `(SELECT json_build_array(last_value, is_called)::text FROM ${name})`;

/** Whoever is signed in stays so, unless sessions are to come back as they were. */
export async function takeSnapshot(database: Database, sessions: 'go on' | 'come back' = 'go on'): Promise<Snapshot> {
  const relations = await relationsOf(database, sessions === 'go on' ? ['session', ...NOT_OURS] : NOT_OURS);
  const [held] = await database.query<{ rows: string[] }>(`SELECT ARRAY[${relations.map(heldBy).join(', ')}] AS rows`);
  return { rows: new Map(relations.map((relation, index) => [relation, held!.rows[index]!])) };
}

/** Puts everything back as it was, past the triggers that let no row of the past be changed: that is what a test may do and the product may not. */
export async function restore(database: Database, snapshot: Snapshot): Promise<void> {
  const changed = await changedSince(database, snapshot);
  if (changed.length === 0) return;
  await database.transaction(async () => {
    await database.query('SET LOCAL session_replication_role = replica');
    for (const [relation, held] of changed) await (relation.kind === 'table' ? refill : setBack)(database, relation, held);
  });
}

async function refill(database: Database, { name, columns }: Relation, held: string): Promise<void> {
  await database.query(`DELETE FROM ${name}`);
  await database.query(
    `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM json_populate_recordset(null::${name}, $1::json)`,
    [held],
  );
}

async function setBack(database: Database, { name }: Relation, held: string): Promise<void> {
  await database.query('SELECT setval($1::regclass, ($2::json->>0)::bigint, ($2::json->>1)::boolean)', [name, held]);
}

async function changedSince(database: Database, { rows }: Snapshot): Promise<[Relation, string][]> {
  const relations = [...rows];
  const sums = relations.map(([relation]) => `md5(${heldBy(relation)})`).join(', ');
  const [now] = await database.query<{ sums: string[] }>(`SELECT ARRAY[${sums}] AS sums`);
  return relations.filter(([, held], index) => now!.sums[index] !== createHash('md5').update(held).digest('hex'));
}
