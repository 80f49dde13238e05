import type { WorksheetField } from '../../assignments/worksheet/fields.shared.js';
import type { WorksheetSchema, WorksheetSection } from '../../assignments/worksheet/worksheet.shared.js';
import { isTheirs } from './outline.shared.js';
import { cellOf, isFilled, type SheetRow } from './worksheet.shared.js';

/** How many cells are filled, of those that there are. */
export interface Completeness {
  readonly filled: number;
  readonly all: number;
}

/** A field that is asked for only if another says so is not missed while it is empty. */
export const isMissed = (field: WorksheetField): boolean => isTheirs(field) && typeof field.validation.required !== 'object';

const NOTHING: Completeness = { filled: 0, all: 0 };
export const sumOf = (parts: readonly Completeness[]): Completeness =>
  parts.reduce((sum, { filled, all }) => ({ filled: sum.filled + filled, all: sum.all + all }), NOTHING);

/** Of each section, from how many rows there are by repeat, and how many cells are filled by field. */
export function completenessBySection(
  { sections }: WorksheetSchema,
  rows: ReadonlyMap<string, number>,
  filled: ReadonlyMap<string, number>,
): ReadonlyMap<string, Completeness> {
  const ofField = (field: WorksheetField): Completeness => {
    const there = filled.get(field.id) ?? 0;
    return { filled: there, all: isMissed(field) ? (rows.get(field.repeat) ?? 0) : there };
  };
  const ofSection = ({ fields }: WorksheetSection): Completeness => sumOf(fields.filter(isTheirs).map(ofField));
  return new Map(sections.map((section) => [section.key, ofSection(section)]));
}

/** Of these cells: each of the fields, in each of the rows that it is about. */
export const completenessOf = (fields: readonly WorksheetField[], rows: readonly SheetRow[]): Completeness =>
  sumOf(
    fields.filter(isTheirs).flatMap((field) =>
      rows
        .filter(({ repeat }) => repeat === field.repeat)
        .map((row) => {
          const filled = isFilled(cellOf(row, field.id)) ? 1 : 0;
          return { filled, all: isMissed(field) ? 1 : filled };
        }),
    ),
  );

/** Whether a cell is one that the filter of what is empty shows. */
export const isToFill = (field: WorksheetField, row: SheetRow): boolean => isMissed(field) && !isFilled(cellOf(row, field.id));
