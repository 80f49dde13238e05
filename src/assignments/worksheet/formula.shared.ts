/** `section.field`; for a field of a list’s entries, `section.list.field`. Unique in a schema, and never renamed. */
export type FieldId = `${string}.${string}`;

/** What a formula of a schema file says, names resolved. Plain JSON; it is evaluated for one row at a time. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  /** An option’s key, a quoted text, `true` or `false`: what a cell is compared with. */
  | { readonly kind: 'word'; readonly value: string }
  /** The value of a cell: of the row itself or of one it lies within; inside an `Aggregate`, of each of its rows. */
  | { readonly kind: 'cell'; readonly field: FieldId }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
  | Aggregate
  | Pairing
  | { readonly kind: 'call'; readonly name: CallName; readonly of: readonly Formula[] };

export type Operator = '+' | '-' | '*' | '/';

/** One value from many rows. `count` without `of` counts the rows; everything else looks at the rows where `of` has a value. */
export interface Aggregate {
  readonly kind: 'aggregate';
  readonly name: AggregateName;
  readonly of: Formula | null;
  readonly rows: FormulaRows;
}

/** What two people’s codings of the same rows have in common; rows where one of the two has no value are left out. */
export interface Pairing {
  readonly kind: 'pairing';
  readonly name: PairingName;
  readonly first: FieldId;
  readonly second: FieldId;
  readonly rows: FormulaRows;
}

/**
 * Which rows: those of `repeat` that share with the present row the nearest row both lie within (posts of the organisation, seen from
 * one; all organisations, seen from one of them), or, where `list` is given, the entries of that list in the present row.
 */
export interface FormulaRows {
  readonly repeat: string;
  readonly list: FieldId | null;
  readonly where: Condition | null;
}

export const AGGREGATES = ['count', 'distinct', 'sum', 'mean', 'median', 'sd', 'mode', 'shares'] as const;
export type AggregateName = (typeof AGGREGATES)[number];
export const PAIRINGS = ['agreement', 'kappa', 'kappa95'] as const;
export type PairingName = (typeof PAIRINGS)[number];
/** With how many arguments. `days` is how many days lie between two dates. */
export const CALLS = { clamp: 3, wilson95: 2, days: 2 } as const;
export type CallName = keyof typeof CALLS;

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type ComparisonSign = (typeof COMPARISONS)[number];

/** All of them hold. */
export type Condition = readonly Comparison[];
export type Comparison =
  | { readonly kind: 'compare'; readonly sign: ComparisonSign; readonly left: Formula; readonly right: Formula }
  /** The cell has a value: `present`; it has none and says so: `not_observable`. */
  | { readonly kind: 'state'; readonly field: FieldId; readonly is: 'present' | 'not_observable' };

/** What a formula comes to: `word` is an option’s key or a text, `shares` how often each option occurs, `interval` a low and a high end. */
export type ResultKind = 'number' | 'word' | 'date' | 'shares' | 'interval';
