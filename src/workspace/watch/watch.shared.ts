import type { Cell, CellPlace } from '../sheet/worksheet.shared.js';

/** What changed in a worksheet since a number, and who is in it now. */
export interface SheetNews {
  readonly number: number;
  readonly cells: readonly (CellPlace & Cell)[];
  /** Rows that were added, moved, taken out or brought back: a page that shows them is to be opened anew. */
  readonly rows: readonly string[];
  /** Everybody else of the team who has it open. */
  readonly people: readonly PersonThere[];
}

export interface PersonThere {
  readonly name: string;
  /** Where they write, if they do. */
  readonly row: string | null;
  readonly field: string | null;
}

/** Somebody is there for so long after they said so; pages say so again in half the time. */
export const PRESENT_SECONDS = 20;
