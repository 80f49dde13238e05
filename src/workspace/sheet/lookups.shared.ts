import type { EntryField, WorksheetField } from '../../assignments/worksheet/fields.shared.js';
import type { WorksheetSchema } from '../../assignments/worksheet/worksheet.shared.js';
import type { Lang } from '../../kernel/localised.js';
import { fieldById, nameParts, namingFields } from './outline.shared.js';
import { cellOf, type SheetRow } from './worksheet.shared.js';

/** A choice, in the reader's language. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help: string | null;
}

type Chosen = WorksheetField | EntryField;

/** What must be read besides a section's own rows, to name what its fields refer to. */
export function neededFor(schema: WorksheetSchema, fields: readonly WorksheetField[]): { repeats: string[]; fields: string[] } {
  const parts = fields.flatMap(partsOf).flatMap((field) => neededByOne(schema, field));
  return { repeats: [...new Set(parts.flatMap(({ repeats }) => repeats))], fields: [...new Set(parts.flatMap((part) => part.fields))] };
}

/** A field, and those of the entries of a list. */
const partsOf = (field: WorksheetField): Chosen[] => {
  if (field.type !== 'list') return [field];
  return field.of === 'entries' ? [...field.fields] : [{ ...field, ...field.item }];
};

function neededByOne(schema: WorksheetSchema, field: Chosen): { repeats: string[]; fields: string[] }[] {
  if (field.type === 'ref' && field.to.kind === 'row') {
    const naming = namingFields(schema, field.to.repeat);
    return [{ repeats: [field.to.repeat, ...naming.repeats], fields: [field.to.field, ...naming.fields] }];
  }
  const list = listOf(schema, field);
  return list ? [{ repeats: [list.repeat], fields: [list.id] }] : [];
}

/** The team's own list that a field chooses from, if it does. */
function listOf(schema: WorksheetSchema, field: Chosen): WorksheetField | null {
  if (field.type === 'ref' && field.to.kind === 'entry') return fieldById(schema, field.to.list);
  if (field.type !== 'enum' && field.type !== 'multi') return null;
  const list = schema.options[field.options];
  return list?.kind === 'defined' ? fieldById(schema, list.in) : null;
}

/** What a field may be chosen from, with the rows read for it; null where it is written freely. */
export function choicesOf(schema: WorksheetSchema, field: Chosen, rows: readonly SheetRow[], lang: Lang): Choice[] | null {
  if (field.type === 'ref' && field.to.kind === 'row') return rowChoices(schema, field.to, rows, lang);
  const list = listOf(schema, field);
  if (list) return rows.filter(({ repeat }) => repeat === list.repeat).flatMap((row) => entriesOf(list, cellOf(row, list.id).value));
  if (field.type !== 'enum' && field.type !== 'multi') return null;
  const options = schema.options[field.options];
  return options?.kind === 'fixed'
    ? options.options.map(({ key, label, help }) => ({ value: key, label: label[lang], help: help?.[lang] ?? null }))
    : [];
}

function rowChoices(
  schema: WorksheetSchema,
  { repeat, field }: { readonly repeat: string; readonly field: string },
  rows: readonly SheetRow[],
  lang: Lang,
): Choice[] {
  const there = rows.filter((row) => row.repeat === repeat && typeof cellOf(row, field).value === 'string');
  const pointedAt = fieldById(schema, field);
  // Where the value is itself chosen, several rows may have it: its word says enough.
  const words = pointedAt && choicesOf(schema, pointedAt, rows, lang);
  const choices = there.map((row) => {
    const value = cellOf(row, field).value as string;
    const word = words ? words.find((choice) => choice.value === value)?.label : nameOf(schema, row, rows, lang);
    return { value, label: word ?? value, help: null };
  });
  return choices.filter(({ value }, place) => choices.findIndex((one) => one.value === value) === place);
}

/** An entry is called by the first text in it. */
function entriesOf(list: WorksheetField, value: unknown): Choice[] {
  if (list.type !== 'list') return [];
  const entries = Array.isArray(value) ? (value as readonly { id: string; values: Readonly<Record<string, unknown>> }[]) : [];
  return entries.map(({ id, values }) => {
    const words =
      list.of === 'entries' && list.fields.map(({ key }) => values[key]).find((text) => typeof text === 'string' && text !== '');
    return { value: id, label: typeof words === 'string' ? words : id, help: null };
  });
}

/** What people call a row by; null while nothing of that is filled in. */
export function nameOf(schema: WorksheetSchema, row: SheetRow, rows: readonly SheetRow[], lang: Lang): string | null {
  const parts = nameParts(schema, row.repeat).flatMap((id) => {
    const [field, { value }] = [fieldById(schema, id), cellOf(row, id)];
    if (!field || value === null) return [];
    const word = String(value as string | number);
    return choicesOf(schema, field, rows, lang)?.find((choice) => choice.value === word)?.label ?? word;
  });
  return parts.length > 0 ? parts.join(', ') : null;
}
