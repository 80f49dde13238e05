import type { EntryField, WorksheetField } from '../../assignments/worksheet/fields.shared.js';
import type { Choice } from '../sheet/lookups.shared.js';
import type { Cell, CellContent } from '../sheet/worksheet.shared.js';
import type { Problem, Typed } from './typed.shared.js';

/** A field as a page shows it: in the reader's language, with what it can be chosen from. */
export interface FieldModel {
  readonly field: WorksheetField;
  readonly label: string;
  readonly unit: string | null;
  readonly hint: string;
  readonly choices: readonly Choice[] | null;
  /** Of the entries of a list, by key. */
  readonly parts: readonly PartModel[];
}
export interface PartModel {
  readonly field: EntryField;
  readonly label: string;
  readonly choices: readonly Choice[] | null;
}

/** What somebody else saved in a cell, while it was being written in here. */
export interface TheirCell extends Cell {
  readonly by: string;
  readonly at: string;
}

/** The form of one row: all that the page and its script need of it. */
export interface RowFormProps {
  /** Where the form is sent; its fields are saved below it. */
  readonly address: string;
  readonly row: string;
  /** How the addresses of this worksheet begin. */
  readonly at: string;
  readonly fields: readonly FieldModel[];
  readonly cells: Readonly<Record<string, Cell>>;
  /** What came back with the form: what was typed, what could not be read, and what others saved in between. */
  readonly back: FormBack;
  /** The worksheet's number when the page was made. */
  readonly number: number;
  readonly zone: string;
}

export interface FormBack {
  readonly typed: Readonly<Record<string, TypedCell>>;
  readonly problems: Readonly<Record<string, Problem>>;
  readonly theirs: Readonly<Record<string, TheirCell>>;
}

/** What stands in the controls of a cell. */
export interface TypedCell {
  readonly typed: Typed;
  readonly isUnobservable: boolean;
}

export const NOTHING_BACK: FormBack = { typed: {}, problems: {}, theirs: {} };

/** Names of the controls of a plain form. */
export const CONTROL = {
  value: (field: string): string => `v.${field}`,
  entry: (field: string, place: number, key: string): string => `v.${field}.${place}.${key}`,
  unobservable: (field: string): string => `n.${field}`,
  /** The cell that the form was made from. */
  seen: (field: string): string => `s.${field}`,
} as const;

/** A cell as a script saves it. */
export interface CellRequest extends CellContent {
  readonly version: number;
}
