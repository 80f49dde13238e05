import type { KnownField } from './names.js';
import type { AggregateName, ResultKind } from './formula.shared.js';

/** The list, so to speak, of a yes or no. */
export const BOOL = 'true/false';

/** What a field’s cells come to in a formula. A computed one is known by the function it begins with; the rest of its formula is a number. */
export function resultOf({ file }: KnownField): { readonly is: ResultKind | 'unknown'; readonly options: string | null } {
  switch (file?.type) {
    case 'int':
    case 'decimal':
    case 'percent':
    case 'scale':
      return { is: 'number', options: null };
    case 'date':
    case 'datetime':
      return { is: 'date', options: null };
    case 'enum':
    case 'multi':
      return { is: 'word', options: file.options };
    case 'bool':
      return { is: 'word', options: BOOL };
    case 'computed':
      return computedResult(file.formula);
    case undefined:
      return { is: 'unknown', options: null };
    default:
      return { is: 'word', options: null };
  }
}

function computedResult(formula: string): { readonly is: ResultKind; readonly options: null } {
  const [, first] = /^\s*(mode|shares)\s*\(/.exec(formula) ?? [];
  return { is: first === 'mode' ? 'word' : first === 'shares' ? 'shares' : 'number', options: null };
}

/** What each function over rows takes, and what it comes to. */
export const AGGREGATED: Readonly<Record<AggregateName, { readonly of: ResultKind | null; readonly is: ResultKind }>> = {
  count: { of: null, is: 'number' },
  distinct: { of: null, is: 'number' },
  sum: { of: 'number', is: 'number' },
  mean: { of: 'number', is: 'number' },
  median: { of: 'number', is: 'number' },
  sd: { of: 'number', is: 'number' },
  mode: { of: 'word', is: 'word' },
  shares: { of: 'word', is: 'shares' },
};
