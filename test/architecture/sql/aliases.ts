import type { Node } from 'libpg-query';
import { forEachObject } from './tree.js';

/** A name that a statement gives to something it reads. */
export interface Alias {
  readonly name: string;
  /** The table that it stands for; null where it stands for a query, or for what a function answers with. */
  readonly table: string | null;
}

/** Every alias of a statement, and every name that WITH gives to a query. */
export function aliasesOf(tree: Node): Alias[] {
  const given: Alias[] = [];
  const own = new Set<string>();
  forEachObject(tree, (object) => {
    if (typeof object['ctename'] === 'string') own.add(object['ctename']);
    const alias = object['alias'] as { aliasname: string } | undefined;
    if (alias) given.push({ name: alias.aliasname, table: (object['relname'] as string | undefined) ?? null });
  });
  return [
    ...[...own].map((name) => ({ name, table: null })),
    ...given.map(({ name, table }) => ({ name, table: table === null || own.has(table) ? null : table })),
  ];
}
