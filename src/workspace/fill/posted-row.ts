import type { EntryField, WorksheetField } from '../../assignments/worksheet/fields.shared.js';
import { z } from 'zod';
import { type Cell, type CellContent, EMPTY, isSameContent } from '../sheet/worksheet.shared.js';
import { isTheirs } from '../sheet/outline.shared.js';
import { CONTROL, type TypedCell } from './row-form.shared.js';
import { isEntries, type Problem, readTyped, type TypedEntry, type TypedValue } from './typed.shared.js';

/** What a plain form brought for one field. */
export interface PostedCell {
  readonly field: WorksheetField;
  readonly typed: TypedCell;
  /** The cell that the form was made from. */
  readonly seen: Cell;
  readonly content: CellContent | null;
  readonly problem: Problem | null;
}

type Body = Readonly<Record<string, unknown>>;
const State = z.enum(['value', 'not_observable']);
const Seen = z.object({ state: State, value: z.unknown().transform((value) => value ?? null), version: z.int().min(0) });
/** What a script saves; the rest of the request is read by the field's type. */
export const CellBody = z.strictObject({ state: State, value: z.unknown(), version: z.int().min(0) });

/** What a form says of those of its fields that were in it; fields that nobody touched are left out. */
export function readPosted(fields: readonly WorksheetField[], body: unknown): PostedCell[] {
  const posted: Body = typeof body === 'object' ? { ...body } : {};
  return fields
    .filter((field) => CONTROL.seen(field.id) in posted && isTheirs(field))
    .map((field) => postedCell(field, posted))
    .filter(({ content, seen }) => content === null || !isSameContent(content, seen));
}

function postedCell(field: WorksheetField, posted: Body): PostedCell {
  const typed = { typed: typedIn(field, posted), isUnobservable: CONTROL.unobservable(field.id) in posted };
  const seen = seenIn(posted[CONTROL.seen(field.id)]);
  if (typed.isUnobservable && field.mayBeUnobservable)
    return { field, typed, seen, content: { state: 'not_observable', value: null }, problem: null };
  const reading = readTyped(field, typed.typed);
  return reading.ok
    ? { field, typed, seen, content: { state: 'value', value: reading.value }, problem: null }
    : { field, typed, seen, content: null, problem: reading.problem };
}

function seenIn(text: unknown): Cell {
  try {
    return Seen.parse(JSON.parse(String(text))) as Cell;
  } catch {
    return EMPTY;
  }
}

const textIn = (value: unknown): TypedValue =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';

const typedIn = (field: WorksheetField, posted: Body): TypedCell['typed'] =>
  field.type === 'list' && field.of === 'entries' && isEntries(field)
    ? entriesIn(field.id, field.fields, posted)
    : textIn(posted[CONTROL.value(field.id)]);

/** Entries are counted in their names, without a gap. */
function entriesIn(field: string, parts: readonly EntryField[], posted: Body): TypedEntry[] {
  const entries: TypedEntry[] = [];
  for (let index = 0; CONTROL.entry(field, index, 'id') in posted; index += 1) {
    const fields = Object.fromEntries(parts.map(({ key }) => [key, textIn(posted[CONTROL.entry(field, index, key)])]));
    entries.push({ id: String(posted[CONTROL.entry(field, index, 'id')]), fields });
  }
  return entries;
}
