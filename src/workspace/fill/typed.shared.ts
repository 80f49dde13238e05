import type { EntryField, WorksheetField } from '../../assignments/worksheet/fields.shared.js';

/** What stands in the control of one value: its text, or the choices that are ticked. */
export type TypedValue = string | readonly string[];
export interface TypedEntry {
  readonly id: string;
  readonly fields: Readonly<Record<string, TypedValue>>;
}
/** What stands in the controls of a field: of one value, or of each entry of a list. */
export type Typed = TypedValue | readonly TypedEntry[];

/** An entry of a list, as it is saved. */
export interface Entry {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export type Problem = 'number' | 'whole' | 'date' | 'url' | 'option' | 'tooLong';
export type Reading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem };

/** Of a text without a limit of its own. */
export const LONGEST_TEXT = 20_000;
const MOST_ENTRIES = 200;

type Plain = Exclude<WorksheetField, { readonly type: 'list' | 'computed' }> | EntryField;

const ok = (value: unknown): Reading => ({ ok: true, value });
const bad = (problem: Problem): Reading => ({ ok: false, problem });

/** The value of what was typed; null for nothing. */
export function readTyped(field: WorksheetField, typed: Typed): Reading {
  if (field.type === 'computed') return bad('option');
  if (field.type !== 'list') return readValue(field, typed as TypedValue);
  return field.of === 'entries' ? readEntries(field.fields, typed as readonly TypedEntry[]) : readLines({ ...field, ...field.item }, typed);
}

function readLines(item: Plain, typed: Typed): Reading {
  const lines = String(typed)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const read = lines.slice(0, MOST_ENTRIES).map((line) => readValue(item, line));
  const wrong = read.find((one) => !one.ok);
  return wrong ?? ok(read.length > 0 ? read.map((one) => one.ok && one.value) : null);
}

function readEntries(fields: readonly EntryField[], typed: readonly TypedEntry[]): Reading {
  const kept = typed.filter((entry) => Object.values(entry.fields).some((one) => one.length > 0)).slice(0, MOST_ENTRIES);
  const read = kept.map((entry) => fields.map((field) => [field.key, readValue(field, entry.fields[field.key] ?? '')] as const));
  const wrong = read.flat().find(([, one]) => !one.ok)?.[1];
  if (wrong) return wrong;
  const entries = read.map((parts, index) => ({
    id: kept[index]!.id || newEntryId(),
    values: Object.fromEntries(parts.flatMap(([key, one]) => (one.ok && one.value !== null ? [[key, one.value]] : []))),
  }));
  return ok(entries.length > 0 ? entries : null);
}

/** Told apart within one worksheet for good: what chose an entry must not come to mean another. */
export const newEntryId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(36).padStart(2, '0')).join('');

function readValue(field: Plain, typed: TypedValue): Reading {
  if (field.type === 'multi') {
    const chosen = typeof typed === 'string' ? (typed ? [typed] : []) : typed;
    return ok(chosen.length > 0 ? chosen : null);
  }
  const text = String(typed).trim();
  if (text === '') return ok(null);
  if (text.length > (field.validation.maxLength ?? LONGEST_TEXT)) return bad('tooLong');
  if (field.validation.allow?.map(String).includes(text)) return ok(isNumber(field) ? Number(text) : text);
  switch (field.type) {
    case 'int':
    case 'scale':
      return readNumber(text, /^-?\d{1,15}$/, 'whole');
    case 'decimal':
    case 'percent':
      return readNumber(text, /^-?\d{1,15}([.,]\d{1,10})?$/, 'number');
    case 'bool':
      return text === 'true' || text === 'false' ? ok(text === 'true') : bad('option');
    case 'date':
      return isDate(text) ? ok(text) : bad('date');
    case 'datetime':
      return isDate(text.slice(0, 10)) && /^T\d\d:\d\d(:\d\d)?$/.test(text.slice(10)) ? ok(text.slice(0, 16)) : bad('date');
    case 'url':
      return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? ok(text) : bad('url');
    default:
      return ok(text);
  }
}

const isNumber = ({ type }: Plain): boolean => ['int', 'scale', 'decimal', 'percent'].includes(type);
/** A day of the calendar: the thirtieth of February is none. */
function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Thousands apart, and a decimal comma, as people write them. */
function readNumber(text: string, shape: RegExp, problem: Problem): Reading {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  return shape.test(plain) ? ok(Number(plain.replace(',', '.'))) : bad(problem);
}

/** What stands in the controls for a value; numbers as they are written in the language of the page. */
export function typedOf(field: WorksheetField, value: unknown, mark: '.' | ','): Typed {
  if (field.type === 'computed' || value === null) return field.type === 'multi' || isEntries(field) ? [] : '';
  if (field.type !== 'list') return typedValue(field, value, mark);
  if (field.of === 'values') return (value as unknown[]).map((one) => typedValue({ ...field, ...field.item }, one, mark)).join('\n');
  return (value as readonly Entry[]).map(({ id, values }) => ({
    id: String(id),
    fields: Object.fromEntries(field.fields.map((part) => [part.key, typedValue(part, values[part.key] ?? null, mark)])),
  }));
}

export const isEntries = (field: WorksheetField): boolean => field.type === 'list' && field.of === 'entries';

function typedValue(field: Plain, value: unknown, mark: '.' | ','): TypedValue {
  if (field.type === 'multi') return (value as readonly string[] | null) ?? [];
  if (value === null) return '';
  return typeof value === 'number' ? String(value).replace('.', mark) : String(value as string | boolean);
}
