import type { z } from 'zod';
import { EntryField, type EntryFieldFile, Field, type FieldFile } from './field-file.js';
import { Check, type CheckFile, SectionHead, type SectionFile, WorksheetFile } from './worksheet-file.js';

/**
 * What of a schema file can be read, part by part: a mistake in one field must not hide those that another field’s formula makes. A part
 * that cannot be read is null, and keeps its place and its key, so that what names it is not told to name nothing.
 */
export interface SoundParts extends Partial<Pick<WorksheetFile, 'conventions'>> {
  readonly repeats: ReadonlyMap<string, WorksheetFile['repeats'][string] | null>;
  readonly options: ReadonlyMap<string, WorksheetFile['options'][string] | null>;
  readonly sections: readonly SectionPart[];
  readonly checks: readonly (CheckFile | null)[];
  readonly codebook: readonly (WorksheetFile['codebook'][number] | null)[];
  readonly anchors: readonly AnchorPart[];
}
export interface SectionPart {
  readonly key: string | null;
  readonly head: SectionFile | null;
  readonly fields: readonly FieldPart[];
}
export interface FieldPart {
  readonly key: string | null;
  readonly file: FieldFile | null;
  readonly entries: readonly { readonly key: string | null; readonly file: EntryFieldFile | null }[];
}
export interface AnchorPart {
  readonly key: string | null;
  readonly file: WorksheetFile['anchors'][number] | null;
}

export function soundParts(file: unknown): SoundParts {
  const shape = WorksheetFile.shape;
  const conventions = shape.conventions.safeParse(partOf(file, 'conventions')).data;
  return {
    ...(conventions && { conventions }),
    repeats: named(partOf(file, 'repeats'), shape.repeats.valueType),
    options: named(partOf(file, 'options'), shape.options.unwrap().valueType),
    sections: listed(file, 'sections').map(sectionPart),
    checks: listed(file, 'checks').map((check) => Check.safeParse(check).data ?? null),
    codebook: listed(file, 'codebook').map((entry) => shape.codebook.unwrap().element.safeParse(entry).data ?? null),
    anchors: listed(file, 'anchors').map((anchor) => ({
      key: keyOf(anchor),
      file: shape.anchors.unwrap().element.safeParse(anchor).data ?? null,
    })),
  };
}

function sectionPart(section: unknown): SectionPart {
  const { fields: _, ...head } = isRecord(section) ? section : {};
  return { key: keyOf(section), head: SectionHead.safeParse(head).data ?? null, fields: listed(section, 'fields').map(fieldPart) };
}

const fieldPart = (field: unknown): FieldPart => ({
  key: keyOf(field),
  file: Field.safeParse(field).data ?? null,
  entries: listed(field, 'fields').map((entry) => ({ key: keyOf(entry), file: EntryField.safeParse(entry).data ?? null })),
});

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const partOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);
const listed = (value: unknown, name: string): unknown[] => {
  const list = partOf(value, name);
  return Array.isArray(list) ? list : [];
};
const keyOf = (value: unknown): string | null => {
  const key = partOf(value, 'key');
  return typeof key === 'string' ? key : null;
};
const named = <T>(value: unknown, schema: z.ZodType<T>): Map<string, T | null> =>
  new Map(Object.entries(isRecord(value) ? value : {}).map(([key, part]) => [key, schema.safeParse(part).data ?? null]));
