import { z } from 'zod';
import { because } from '../../platform/content/yaml-text.js';
import { assignmentsTexts } from '../text.js';
import { Both, CONDITION, FORMULA, Key, Name } from './words-file.js';

export const FieldKey = Key;

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
/** `{ blog_exists: "yes" }`, or `{ coder_2: present }` for any value. */
const Test = z.record(Name, Scalar).refine((test) => Object.keys(test).length === 1, because(assignmentsTexts.inBoth.worksheet.oneTest));
const Count = z.int().min(0);
const isPattern = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
};

const presence = {
  required: z.literal(true).optional(),
  required_if: Test.optional(),
  required_unless: Test.optional(),
  at_least_one_of: z.array(Name).min(2).optional(),
  evidence: z.literal(true).optional(),
};
const length = { min_length: Count.optional(), max_length: z.int().positive().optional(), ends_with: z.string().min(1).optional() };
const items = { min_items: Count.optional(), max_items: z.int().positive().optional(), exactly: z.int().positive().optional() };
const range = { min: z.union([z.number(), Name]).optional(), max: z.union([z.number(), Name]).optional() };
const dates = { min: Name.optional(), max: Name.optional() };
const Warn = z.strictObject({ above: z.number().optional(), below: z.number().optional() });
const WithinDays = z.strictObject({ field: Name, days: z.int().positive(), severity: z.enum(['refuse', 'warn']).default('refuse') });
/** `window_start + 13 days` */
const DaysAfter = z
  .string()
  .refine((text) => /^[a-z][\w.]* [+-] \d{1,4} days$/.test(text), because(assignmentsTexts.inBoth.worksheet.daysAfter));
const unique = z.literal(true).optional();

const Texts = z.strictObject({
  ...presence,
  ...length,
  unique,
  pattern: z.string().refine(isPattern, because(assignmentsTexts.inBoth.worksheet.badPattern)).optional(),
});
const Numbers = z.strictObject({ ...presence, ...range, allow: z.array(z.number()).optional(), warn: Warn.optional() });
const Dates = z.strictObject({ ...presence, ...dates, equals: DaysAfter.optional(), within_days_of: WithinDays.optional() });
const Urls = z.strictObject({ ...presence, unique, allow: z.array(z.string().min(1)).optional() });
const Presence = z.strictObject(presence);
const Multis = z.strictObject({ ...presence, ...items });
const Refs = z.strictObject({ ...presence, unique, refers_to: Name, differs_from: Name.optional() });
const Files = z.strictObject({ ...presence, accept: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).optional() });
const Lists = z.strictObject({
  ...presence,
  ...items,
  distinct: z.literal(true).optional(),
  exactly_one_with: Test.optional(),
  refers_to: Name.optional(),
});

const facts = {
  key: Key,
  label: Both,
  help: Both.optional(),
  unit: Both.optional(),
  scope: Key.optional(),
  set_by: z.literal('platform').optional(),
  numbered: z.strictObject({ prefix: z.string().max(4), digits: z.int().min(1).max(9), from: z.int().min(0) }).optional(),
};
const LevelTexts = z.record(z.string().regex(/^-?\d+$/), Both);

const text = z.strictObject({ ...facts, type: z.enum(['text', 'longtext']), validation: Texts.default({}) });
const number = z.strictObject({
  ...facts,
  type: z.enum(['int', 'decimal', 'percent']),
  levels: LevelTexts.optional(),
  validation: Numbers.default({}),
});
const date = z.strictObject({ ...facts, type: z.enum(['date', 'datetime']), validation: Dates.default({}) });
const url = z.strictObject({ ...facts, type: z.literal('url'), validation: Urls.default({}) });
const bool = z.strictObject({ ...facts, type: z.literal('bool'), validation: Presence.default({}) });
const one = z.strictObject({ ...facts, type: z.literal('enum'), options: Key, validation: Presence.default({}) });
const several = z.strictObject({ ...facts, type: z.literal('multi'), options: Key, validation: Multis.default({}) });
const scale = z.strictObject({
  ...facts,
  type: z.literal('scale'),
  scale: z
    .strictObject({ min: z.int(), max: z.int(), anchors: z.union([Key, z.strictObject({ by: Key }), LevelTexts]).optional() })
    .refine(({ min, max }) => min < max, because(assignmentsTexts.inBoth.worksheet.scaleEnds)),
  validation: Presence.default({}),
});
const file = z.strictObject({ ...facts, type: z.literal('file'), validation: Files.default({}) });
const ref = z.strictObject({ ...facts, type: z.literal('ref'), validation: Refs });
const computed = z.strictObject({
  ...facts,
  type: z.literal('computed'),
  formula: FORMULA,
  n: FORMULA.optional(),
  interval: FORMULA.optional(),
  blank_if: CONDITION.optional(),
  decimals: z.int().min(0).max(6).default(2),
  validation: z.strictObject({ warn: Warn.optional() }).default({}),
});

export const EntryField = z.discriminatedUnion('type', [text, number, date, url, bool, one, several, scale, ref]);
const list = z
  .strictObject({
    ...facts,
    type: z.literal('list'),
    item: z.enum(['text', 'url', 'int', 'decimal', 'date', 'ref']).optional(),
    fields: z.array(EntryField).min(1).optional(),
    validation: Lists.default({}),
  })
  .refine(({ item, fields }) => (item === undefined) !== (fields === undefined), because(assignmentsTexts.inBoth.worksheet.itemOrFields))
  .refine(
    ({ item, validation }) => (item === 'ref') === (validation.refers_to !== undefined),
    because(assignmentsTexts.inBoth.worksheet.refList),
  );

/** A field, as a file writes it. Each type takes words of its own; any other is a mistake. */
export const Field = z.discriminatedUnion('type', [text, number, date, url, bool, one, several, scale, file, ref, computed, list]);
export type FieldFile = z.infer<typeof Field>;
export type EntryFieldFile = z.infer<typeof EntryField>;
export type FieldFileOf<Type extends FieldFile['type']> = Extract<FieldFile, { type: Type }>;
