import pg from 'pg';
import { template, urlOf } from '../../support/databases.js';
import { type Alias, aliasesOf } from './aliases.js';
import { type Catalog, NOTHING, StatementColumns } from './columns.js';
import { describe } from './describe.js';
import { type KnownColumn } from './row-types.js';
import { type Naming, tablesOf, treeOf } from './tree.js';

/** A statement as the migrated database understands it, without having run it. */
export interface Prepared {
  readonly columns: readonly KnownColumn[];
  /** How many `$n` it takes. */
  readonly values: number;
  /** Our tables that it names. */
  readonly tables: readonly Naming[];
  readonly aliases: readonly Alias[];
  /** The rows of a cursor are known only when it is open. */
  readonly isFetch: boolean;
}

/** The tables as the migrations make them. */
export class MigratedDatabase {
  private readonly statements: StatementColumns;

  private constructor(
    private readonly client: pg.Client,
    private readonly types: ReadonlyMap<number, string>,
    readonly catalog: Catalog,
  ) {
    this.statements = new StatementColumns(catalog);
  }

  static async open(): Promise<MigratedDatabase> {
    const client = new pg.Client(urlOf(await template()));
    await client.connect();
    const { rows } = await client.query<{ oid: number; typname: string }>('SELECT oid, typname FROM pg_type');
    return new MigratedDatabase(client, new Map(rows.map(({ oid, typname }) => [oid, typname])), await catalogOf(client));
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** @throws what PostgreSQL says of a statement that it can't carry out. */
  async prepare(text: string): Promise<Prepared> {
    const { columns, values } = await describe(this.client, text);
    const tree = await treeOf(text);
    const facts = this.statements.of(tree);
    return {
      columns: columns.map(({ name, type }) => ({ name, type: this.types.get(type) ?? '', fact: facts?.get(name) ?? NOTHING })),
      values,
      tables: tablesOf(tree).filter(({ table }) => this.catalog.has(table)),
      aliases: aliasesOf(tree),
      isFetch: 'FetchStmt' in tree,
    };
  }
}

async function catalogOf(client: pg.Client): Promise<Catalog> {
  const { rows } = await client.query<{ table: string; column: string; type: string; is_nullable: boolean }>(
    `SELECT c.relname AS table, a.attname AS column, t.typname AS type, NOT a.attnotnull AS is_nullable
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
     WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
     ORDER BY c.relname, a.attnum`,
  );
  const tables = new Map<string, Map<string, { type: string; isNullable: boolean }>>();
  for (const { table, column, type, is_nullable: isNullable } of rows)
    tables.set(table, new Map([...(tables.get(table) ?? []), [column, { type, isNullable }]]));
  return tables;
}
