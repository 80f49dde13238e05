import { CALLS } from './formula.shared.js';
import type { ConditionSyntax, FormulaSyntax } from './formula-syntax.js';
import type { KnownField, SchemaNames } from './names.js';

/** The narrowest kind of row whose cells a condition looks at outside its functions; null where it looks at none. */
export const narrowestRepeat = (condition: ConditionSyntax, names: SchemaNames): string | null =>
  narrowest(
    condition
      .flatMap((one) => (one.kind === 'state' ? [one.of] : [one.left, one.right]))
      .flatMap(cellsIn)
      .flatMap((name) => names.field(name, null) ?? []),
    names,
  );

/** The narrowest kind of row that one of these fields is of: the one whose rows they can all be seen from. */
export function narrowest(fields: readonly KnownField[], names: SchemaNames): string | null {
  const depth = (repeat: string): number => names.lineage(repeat).length;
  return fields.flatMap((field) => field.repeat ?? []).sort((a, b) => depth(b) - depth(a))[0] ?? null;
}

/** The names in a formula that a function over rows does not stand before. */
export const cellsIn = (syntax: FormulaSyntax): readonly string[] => {
  if (syntax.kind === 'name') return [syntax.name];
  if (syntax.kind === 'operation') return [...cellsIn(syntax.left), ...cellsIn(syntax.right)];
  return syntax.kind === 'call' && Object.hasOwn(CALLS, syntax.name) ? syntax.of.flatMap(({ value }) => cellsIn(value)) : [];
};
