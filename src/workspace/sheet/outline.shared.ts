import type { WorksheetField } from '../../assignments/worksheet/fields.shared.js';
import type { Repeat, WorksheetSchema, WorksheetSection } from '../../assignments/worksheet/worksheet.shared.js';

/**
 * How the rows of a section are laid out: a form where there is one row; columns where several sections are about the same rows, so that
 * they can be compared; else a line for each row.
 */
export type SectionLayout = 'form' | 'columns' | 'lines';

export function layoutOf({ sections, repeats }: WorksheetSchema, { repeat }: WorksheetSection): SectionLayout {
  if (repeats.find(({ key }) => key === repeat)?.once) return 'form';
  return sections.filter((other) => other.repeat === repeat).length > 1 ? 'columns' : 'lines';
}

export const sectionOf = ({ sections }: WorksheetSchema, key: string): WorksheetSection | null =>
  sections.find((section) => section.key === key) ?? null;
/** @throws an Error for a key that is no repeat of the schema: its own sections and fields name none. */
export function repeatOf({ repeats }: WorksheetSchema, key: string): Repeat {
  const found = repeats.find((repeat) => repeat.key === key);
  if (!found) throw new Error(`The schema has no repeat ${key}.`);
  return found;
}

/** What people fill in: neither what is reckoned, nor files, for which cells have no place. */
export const isAsked = ({ type }: WorksheetField): boolean => type !== 'computed' && type !== 'file';

/** What the team itself fills in, and not the platform. */
export const isTheirs = (field: WorksheetField): boolean => isAsked(field) && !field.setBy;

/** The fields of a section about the rows of one repeat; some are about a wider one than the section's own. */
export const fieldsAbout = ({ fields }: WorksheetSection, repeat: string): WorksheetField[] =>
  fields.filter((field) => field.repeat === repeat && isAsked(field));

/** The repeats that a section has fields about, besides its own. */
export const widerRepeats = (section: WorksheetSection): string[] => [
  ...new Set(section.fields.filter((field) => isAsked(field) && field.repeat !== section.repeat).map(({ repeat }) => repeat)),
];

/** What must be known to call a row of this repeat by its name, as deep as names go. */
export function namingFields(schema: WorksheetSchema, repeat: string): { readonly repeats: string[]; readonly fields: string[] } {
  const named = nameParts(schema, repeat).flatMap((id) => fieldById(schema, id) ?? []);
  const refs = named.flatMap((field) => (field.type === 'ref' ? [field.to] : []));
  const further = refs.flatMap((to) => (to.kind === 'row' && to.repeat !== repeat ? [{ to, ...namingFields(schema, to.repeat) }] : []));
  return {
    repeats: [...new Set(further.flatMap(({ to, repeats }) => [to.repeat, ...repeats]))],
    fields: [...new Set([...named.map(({ id }) => id), ...further.flatMap(({ to, fields }) => [to.field, ...fields])])],
  };
}

/** The fields that make a row's name: what it lies within, then what it is called by there. */
export function nameParts(schema: WorksheetSchema, repeat: string): string[] {
  const { namedBy, within } = repeatOf(schema, repeat);
  return [...(within?.by ? [within.by] : []), ...namedBy.filter((id) => id !== within?.by)];
}

const fieldsOf = new WeakMap<WorksheetSchema, ReadonlyMap<string, WorksheetField>>();

/** A page asks for the same few fields a thousand times. */
export function fieldById(schema: WorksheetSchema, id: string): WorksheetField | null {
  const fields = fieldsOf.get(schema) ?? new Map(schema.sections.flatMap((section) => section.fields.map((field) => [field.id, field])));
  fieldsOf.set(schema, fields);
  return fields.get(id) ?? null;
}
