import type { Localised } from '../../kernel/localised.js';
import type { Condition, FieldId, Formula, ResultKind } from './formula.shared.js';

/** What a cell may hold. Its value is of the type that `CellValue` gives it; a `computed` field has no cell. */
export type WorksheetField = FieldFacts & (ValueType | ListType | ComputedType);
/** A field of a list’s entries. */
export type EntryField = FieldFacts & ValueType;

export interface FieldFacts {
  readonly id: FieldId;
  readonly key: string;
  readonly section: string;
  /** The kind of row that has it: its section’s, or a wider one. */
  readonly repeat: string;
  readonly label: Localised;
  readonly help: Localised | null;
  readonly unit: Localised | null;
  /** What nobody types: `platform` fills it in, `numbered` says how the next row’s is made. */
  readonly setBy: {
    readonly by: 'platform';
    readonly numbered: { readonly prefix: string; readonly digits: number; readonly from: number } | null;
  } | null;
  /** Whether its cell takes references to this field’s rows, as proofs; null where it takes none. */
  readonly evidence: FieldId | null;
  /** Letters a note beside its cell may have; null where it takes none. */
  readonly noteLength: number | null;
  /** Whether its cell may say `not_observable` in place of a value. */
  readonly mayBeUnobservable: boolean;
  readonly validation: Validation;
}

export type ValueType =
  | { readonly type: 'text' | 'longtext' | 'url' | 'bool' | 'date' | 'datetime' }
  | { readonly type: 'int' | 'decimal' | 'percent'; /** What each number stands for. */ readonly levels: Levels | null }
  | { readonly type: 'scale'; readonly min: number; readonly max: number; readonly anchors: ScaleAnchors | null }
  | { readonly type: 'enum' | 'multi'; readonly options: string }
  | { readonly type: 'ref'; readonly to: RefTarget }
  | { readonly type: 'file'; /** Endings, without the point; empty for any. */ readonly accept: readonly string[] };

export type FieldType = WorksheetField['type'];
export type FieldOf<Type extends FieldType> = Extract<WorksheetField, { readonly type: Type }>;

/** By number, written as a key of JSON is. */
export type Levels = Readonly<Record<string, Localised>>;

/** Words by level; an anchor of the schema; or the anchor that another field of the row names. */
export type ScaleAnchors = { readonly levels: Levels } | { readonly anchor: string } | { readonly by: FieldId };

/** A row, by the value of one of its cells; or an entry of a list, by its id. Where both rows lie within the same third, only its own. */
export type RefTarget =
  { readonly kind: 'row'; readonly repeat: string; readonly field: FieldId } | { readonly kind: 'entry'; readonly list: FieldId };

export type ListType =
  | { readonly type: 'list'; readonly of: 'values'; readonly item: ValueType }
  | { readonly type: 'list'; readonly of: 'entries'; readonly fields: readonly EntryField[] };

export interface ComputedType {
  readonly type: 'computed';
  readonly formula: Formula;
  readonly result: Exclude<ResultKind, 'interval' | 'date'>;
  /** The list whose keys a `word` or `shares` result speaks of. */
  readonly options: string | null;
  readonly decimals: number;
  /** How many it was computed from, shown beside it. */
  readonly n: Formula | null;
  readonly interval: Formula | null;
  /** Blank where this holds, besides where a term is missing or a divisor is 0. */
  readonly blankIf: Condition | null;
}

/** What a value must be. Which words a type takes, `assignments/README.md` says. */
export interface Validation {
  readonly required?: true | { readonly if: CellTest } | { readonly unless: CellTest };
  readonly atLeastOneOf?: readonly FieldId[];
  /** A value without proof is refused. */
  readonly evidence?: true;
  readonly min?: Bound;
  readonly max?: Bound;
  /** Values that are good although outside the range or not of the type. */
  readonly allow?: readonly (string | number)[];
  readonly pattern?: string;
  readonly endsWith?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** No entry twice in the list. */
  readonly distinct?: true;
  /** No value twice in the worksheet. */
  readonly unique?: true;
  /** That many days after another date. */
  readonly equals?: { readonly field: FieldId; readonly days: number };
  readonly differsFrom?: FieldId;
  readonly withinDaysOf?: { readonly field: FieldId; readonly days: number; readonly severity: 'refuse' | 'warn' };
  /** Exactly one entry of the list holds this value there. */
  readonly exactlyOneWith?: { readonly field: FieldId; readonly value: string };
  readonly warn?: { readonly above?: number; readonly below?: number };
}

export type Bound = { readonly value: number | string } | { readonly field: FieldId } | { readonly now: 'year' };

/** Of another cell of the row, or of a row it lies within. */
export interface CellTest {
  readonly field: FieldId;
  readonly is: 'present' | { readonly value: string | number | boolean };
}
