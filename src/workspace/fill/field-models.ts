import type { WorksheetField } from '../../assignments/worksheet/fields.shared.js';
import type { WorksheetSchema } from '../../assignments/worksheet/worksheet.shared.js';
import type { Lang } from '../../kernel/localised.js';
import { type Choice, choicesOf } from '../sheet/lookups.shared.js';
import type { SheetRow } from '../sheet/worksheet.shared.js';
import { workspaceTexts } from '../text.js';
import type { FieldModel } from './row-form.shared.js';
import { rulesOf } from './rules.js';

export function fieldModel(schema: WorksheetSchema, field: WorksheetField, rows: readonly SheetRow[], lang: Lang): FieldModel {
  const choices = field.type === 'list' ? null : (levelsOf(schema, field, lang) ?? choicesOf(schema, field, rows, lang));
  const parts = field.type === 'list' && field.of === 'entries' ? field.fields : [];
  return {
    field,
    label: field.label[lang],
    unit: field.unit?.[lang] ?? null,
    hint: [field.help?.[lang], ...rulesOf(schema, field, lang)].filter(Boolean).join(' '),
    choices,
    parts: parts.map((part) => ({ field: part, label: part.label[lang], choices: choicesOf(schema, part, rows, lang) })),
  };
}

/** The steps of a scale, and the numbers that stand for something: chosen, not typed. */
function levelsOf({ anchors }: WorksheetSchema, field: WorksheetField, lang: Lang): Choice[] | null {
  if (field.type === 'scale') {
    const named = field.anchors && 'levels' in field.anchors ? field.anchors.levels : anchorOf(anchors, field.anchors);
    const steps = Array.from({ length: field.max - field.min + 1 }, (_, step) => String(field.min + step));
    return steps.map((value) => ({ value, label: value, help: named?.[value]?.[lang] ?? null }));
  }
  if (field.type !== 'int' || !field.levels) return null;
  return Object.entries(field.levels).map(([value, words]) => ({
    value,
    label: workspaceTexts[lang].field.level(value, words[lang]),
    help: null,
  }));
}

const anchorOf = (anchors: WorksheetSchema['anchors'], named: { readonly anchor: string } | object | null) =>
  named && 'anchor' in named ? anchors.find(({ key }) => key === named.anchor)?.levels : undefined;
