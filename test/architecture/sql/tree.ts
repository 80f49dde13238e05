import type { Node, SelectStmt } from 'libpg-query';
import { parse } from 'libpg-query';

/** PostgreSQL’s own parser, of the version that the house brings along. */
export async function treeOf(text: string): Promise<Node> {
  const { stmts } = await parse(text);
  if (stmts?.length !== 1) throw new Error(`One statement was expected: ${text}`);
  return stmts[0]!.stmt!;
}

/** Every table that a statement names, to read it or to write it. What the statement itself calls by a name of its own is none. */
export function tablesOf(tree: Node): string[] {
  const named = new Set<string>();
  const own = new Set<string>();
  forEachObject(tree, (object) => {
    // `FOR UPDATE OF` names an alias.
    delete object['lockedRels'];
    if (typeof object['relname'] === 'string' && !object['schemaname']) named.add(object['relname']);
    if (typeof object['ctename'] === 'string') own.add(object['ctename']);
  });
  return [...named].filter((name) => !own.has(name)).sort();
}

export function forEachObject(part: unknown, visit: (object: Record<string, unknown>) => void): void {
  if (typeof part !== 'object' || part === null) return;
  if (!Array.isArray(part)) visit(part as Record<string, unknown>);
  for (const inner of Object.values(part)) forEachObject(inner, visit);
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
