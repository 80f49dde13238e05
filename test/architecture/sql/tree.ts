import type { Node, SelectStmt } from 'libpg-query';
import { parse } from 'libpg-query';

/** PostgreSQL’s own parser, of the version that comes with the embedded database. */
export async function treeOf(text: string): Promise<Node> {
  const { stmts } = await parse(text);
  if (stmts?.length !== 1) throw new Error(`One statement was expected: ${text}`);
  return stmts[0]!.stmt!;
}

/** A table where a statement names it. */
export interface Naming {
  readonly table: string;
  /** Where its name stands, in bytes of the statement. */
  readonly byte: number;
  readonly isWritten: boolean;
}

/** Every table that a statement names. What the statement itself calls by a name of its own is none. */
export function tablesOf(tree: Node): Naming[] {
  const named: Naming[] = [];
  const own = new Set<string>();
  forEachObject(tree, (object, kind) => {
    // `FOR UPDATE OF` names an alias.
    delete object['lockedRels'];
    if (typeof object['ctename'] === 'string') own.add(object['ctename']);
    if (typeof object['relname'] !== 'string' || object['schemaname']) return;
    named.push({ table: object['relname'], byte: (object['location'] as number | undefined) ?? 0, isWritten: kind === 'relation' });
  });
  return named.filter(({ table }) => !own.has(table));
}

/** Visits every object of a tree, with the name that its parent calls it by. */
export function forEachObject(part: unknown, visit: (object: Record<string, unknown>, kind: string) => void, kind = ''): void {
  if (typeof part !== 'object' || part === null) return;
  if (!Array.isArray(part)) visit(part as Record<string, unknown>, kind);
  for (const [name, inner] of Object.entries(part)) forEachObject(inner, visit, Array.isArray(part) ? kind : name);
}

/** Whether a column, or a whole table by its alias, is spoken of anywhere in a piece of SQL. */
export function speaksOf(part: unknown, name: string): boolean {
  let found = false;
  forEachObject(
    part,
    (object) => (found ||= 'ColumnRef' in object && wordsOf((object['ColumnRef'] as { fields?: Node[] }).fields).includes(name)),
  );
  return found;
}

export const wordsOf = (names: readonly Node[] = []): string[] => names.map((name) => ('String' in name ? (name.String.sval ?? '') : '*'));
export const selectOf = (node: Node | undefined): SelectStmt | null => (node && 'SelectStmt' in node ? node.SelectStmt : null);
