import type { Bound, CellTest, Validation, WorksheetField } from '../../assignments/worksheet/fields.shared.js';
import type { WorksheetSchema } from '../../assignments/worksheet/worksheet.shared.js';
import type { Lang } from '../../kernel/localised.js';
import { numberText } from '../../platform/markup/amounts.js';
import { choicesOf } from '../sheet/lookups.shared.js';
import { fieldById } from '../sheet/outline.shared.js';
import { workspaceTexts } from '../text.js';

/** What a value must be, in sentences to be read beside its field. */
export function rulesOf(schema: WorksheetSchema, field: WorksheetField, lang: Lang): string[] {
  const { validation } = field;
  const t = workspaceTexts[lang].field;
  const range = field.type === 'scale' ? [] : rangeOf(schema, validation, lang);
  const allowed = validation.allow?.map(String).join(', ');
  return [
    ...(field.type === 'list' && field.of === 'values' ? [t.oneALine] : []),
    ...range,
    ...lengthOf(validation, lang),
    ...itemsOf(validation, lang),
    ...(allowed ? [t.allowed(allowed)] : []),
    ...(validation.distinct ? [t.distinct] : []),
    ...requiredOf(schema, validation, lang),
  ];
}

function rangeOf(schema: WorksheetSchema, { min, max }: Validation, lang: Lang): string[] {
  const t = workspaceTexts[lang].field;
  const [low, high] = [min && boundText(schema, min, lang), max && boundText(schema, max, lang)];
  if (low && high) return [t.between(low, high)];
  // That a count is not negative goes without saying.
  if (low) return low === '0' ? [] : [t.least(low)];
  return high ? [t.most(high)] : [];
}

function boundText(schema: WorksheetSchema, bound: Bound, lang: Lang): string {
  if ('now' in bound) return workspaceTexts[lang].field.thisYear;
  if ('field' in bound) return workspaceTexts[lang].field.named(labelOf(schema, bound.field, lang));
  return typeof bound.value === 'number' && Math.abs(bound.value) < 1000 ? numberText(lang, bound.value) : String(bound.value);
}

function lengthOf({ minLength, maxLength }: Validation, lang: Lang): string[] {
  const t = workspaceTexts[lang].field;
  if (minLength && maxLength) return [t.lettersBetween(String(minLength), String(maxLength))];
  if (minLength) return [t.leastLetters(String(minLength))];
  return maxLength ? [t.letters(String(maxLength))] : [];
}

function itemsOf({ minItems, maxItems }: Validation, lang: Lang): string[] {
  const t = workspaceTexts[lang].field;
  if (minItems && maxItems) return [minItems === maxItems ? t.items(minItems) : t.itemsBetween(minItems, maxItems)];
  if (minItems) return [t.leastItems(minItems)];
  return maxItems ? [t.mostItems(maxItems)] : [];
}

function requiredOf(schema: WorksheetSchema, { required }: Validation, lang: Lang): string[] {
  const t = workspaceTexts[lang].field;
  if (!required) return [];
  if (required === true) return [t.required];
  if ('unless' in required) return [t.requiredUnless(...tested(schema, required.unless, lang))];
  const [field, word] = tested(schema, required.if, lang);
  return [required.if.is === 'present' ? t.requiredIfAny(field) : t.requiredIf(field, word)];
}

/** A field by its label, and the value that it must have. */
function tested(schema: WorksheetSchema, { field: id, is }: CellTest, lang: Lang): [string, string] {
  const [field, t] = [fieldById(schema, id), workspaceTexts[lang].field];
  const value = is === 'present' ? '' : is.value;
  if (typeof value === 'boolean') return [labelOf(schema, id, lang), value ? t.yes : t.no];
  const choice = field && choicesOf(schema, field, [], lang)?.find((one) => one.value === String(value));
  return [labelOf(schema, id, lang), choice?.label ?? String(value)];
}

const labelOf = (schema: WorksheetSchema, id: string, lang: Lang): string => fieldById(schema, id)?.label[lang] ?? id;
