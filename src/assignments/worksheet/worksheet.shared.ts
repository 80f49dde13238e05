import type { Localised } from '../../kernel/localised.js';
import type { WorksheetCheck } from './checks.shared.js';
import type { Levels, WorksheetField } from './fields.shared.js';
import type { FieldId, Formula } from './formula.shared.js';

/**
 * What a team fills in, as `worksheet.yaml` says it: names resolved, conventions written onto the fields, formulas read. It is plain
 * JSON, so that a page can carry it to the browser. Nothing in the code may name one of its keys.
 */
export interface WorksheetSchema {
  readonly version: string;
  readonly title: Localised;
  /** An IANA name: what the hours of a `datetime` are told in. */
  readonly timeZone: string;
  /** In their order in the file. */
  readonly repeats: readonly Repeat[];
  readonly sections: readonly WorksheetSection[];
  /** By the name that a field’s `options` says. */
  readonly options: Readonly<Record<string, OptionList>>;
  readonly anchors: readonly Anchor[];
  readonly codebook: readonly CodebookEntry[];
  readonly checks: readonly WorksheetCheck[];
}

/** A kind of row. Several sections may be about the same rows: an organisation’s are spread over many. */
export interface Repeat {
  readonly key: string;
  /** There is exactly one such row, and every other lies within it. One repeat of a schema is so. */
  readonly once: boolean;
  /** “Add an organisation”; null where `once`. */
  readonly add: Localised | null;
  /** The section whose rows these are: the first one that repeats by it. Others add fields to the same rows. */
  readonly section: string;
  /** What tells its rows apart, taken together; empty where nothing does. */
  readonly identifiedBy: readonly FieldId[];
  /** What people call a row by, for its heading. */
  readonly namedBy: readonly FieldId[];
  /** The repeat whose row each of these lies within, and the `ref` field that says which; null in the row that is there once. */
  readonly within: { readonly repeat: string; readonly by: FieldId | null } | null;
}

export interface WorksheetSection {
  readonly key: string;
  /** A, B, C… */
  readonly letter: string;
  readonly title: Localised;
  readonly help: Localised | null;
  /** Key of the stage that first asks for it. */
  readonly stage: string;
  /** Key of the kind of row it has a form for. */
  readonly repeat: string;
  readonly count: { readonly min: number | null; readonly max: number | null } | null;
  readonly sample: Sample | null;
  readonly doubleCoding: DoubleCoding | null;
  readonly fields: readonly WorksheetField[];
}

/** How rows are chosen: of the latest `withinDays` days by `datedBy`, `sizes[0]` of the commonest value of `by`, `sizes[1]` of the next. */
export interface Sample {
  readonly by: FieldId;
  readonly sizes: readonly number[];
  readonly datedBy: FieldId;
  readonly withinDays: number;
}

/** Which rows a second person codes without seeing the first coding: so many per cent, and so many in all. */
export interface DoubleCoding {
  readonly minPercent: number;
  readonly minTotal: number;
  readonly coders: CodedTwice;
  readonly variables: readonly CodedTwice[];
}
export interface CodedTwice {
  readonly first: FieldId;
  readonly second: FieldId;
}

/** A list of choices: written in the file, or the entries of a list that the team fills in (then an option’s key is its entry’s id). */
export type OptionList =
  { readonly kind: 'fixed'; readonly options: readonly Option[] } | { readonly kind: 'defined'; readonly in: FieldId };
export interface Option {
  readonly key: string;
  readonly label: Localised;
  readonly help: Localised | null;
}

/** What each level of a scale looks like, from `min` to `max`; levels that have no words lie between those that have. */
export interface Anchor {
  readonly key: string;
  readonly title: Localised;
  readonly help: Localised | null;
  /** Whether it is an axis of the radar. */
  readonly radar: boolean;
  readonly levels: Levels;
  /** The level that follows from what is known of a row of that repeat, as a suggestion. */
  readonly suggests: { readonly repeat: string; readonly formula: Formula } | null;
}

/** How to choose among the options of a list. */
export interface CodebookEntry {
  /** The name of the list. */
  readonly options: string;
  readonly rules: readonly { readonly key: string; readonly text: Localised }[];
  readonly tieBreak: Localised | null;
}
