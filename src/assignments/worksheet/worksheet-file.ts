import { z } from 'zod';
import { Field, FieldKey } from './field-file.js';
import { Both, CONDITION, FORMULA, Key, Name, OptionKey } from './words-file.js';

const Option = z.strictObject({ key: OptionKey, fr: z.string().min(1), en: z.string().min(1), help: Both.optional() });
const Options = z.union([z.array(Option).min(1), z.strictObject({ defined_in: Name })]);

const Repeat = z.union([
  z.strictObject({ once: z.literal(true) }),
  z.strictObject({
    add: Both,
    within: Name.optional(),
    identified_by: z.array(FieldKey).default([]),
    named_by: z.array(FieldKey).default([]),
  }),
]);

const Sections = z.strictObject({ sections: z.array(z.string().regex(/^[A-Z]{1,2}$/)) });

/** Everything of a section but its fields. */
export const SectionHead = z.strictObject({
  key: Key,
  letter: z.string().regex(/^[A-Z]{1,2}$/),
  title: Both,
  help: Both.optional(),
  repeat: Key,
  stage: Key,
  count: z.strictObject({ min: z.int().min(0).optional(), max: z.int().min(1).optional() }).optional(),
  sample: z
    .strictObject({ by: FieldKey, sizes: z.array(z.int().positive()).min(1), dated_by: FieldKey, within_days: z.int().positive() })
    .optional(),
  double_coding: z
    .strictObject({
      min_percent: z.number().min(0).max(100),
      min_total: z.int().min(0),
      coders: z.tuple([FieldKey, FieldKey]),
      variables: z.record(FieldKey, FieldKey),
    })
    .optional(),
});

const checkFacts = {
  number: z.int().positive(),
  key: Key,
  severity: z.enum(['refuse', 'warn', 'amber']),
  fr: z.string().min(1),
  en: z.string().min(1),
};
const Types = z.array(z.enum(['int', 'decimal', 'percent', 'scale', 'enum', 'multi', 'text', 'date'])).min(1);

export const Check = z.discriminatedUnion('rule', [
  z.strictObject({
    ...checkFacts,
    rule: z.literal('requires'),
    each: z.array(z.strictObject({ in: Key.optional(), when: CONDITION.optional(), then: CONDITION })).min(1),
    hides: z.array(Name).default([]),
    answered_by: Name.optional(),
  }),
  z.strictObject({
    ...checkFacts,
    rule: z.literal('evidence'),
    types: Types,
    blocks: z.strictObject({ stage: Key, above_percent: z.number().min(0).max(100), criterion: Key.optional() }).optional(),
  }),
  z.strictObject({
    ...checkFacts,
    rule: z.literal('same_number'),
    types: Types,
    repeat: Key,
    min_rows: z.int().min(2),
    least: z.number().default(1),
  }),
  z.strictObject({ ...checkFacts, rule: z.literal('personal_data'), patterns: z.array(z.enum(['email', 'phone'])).min(1) }),
]);

const Codebook = z.strictObject({
  options: Key,
  rules: z.array(z.strictObject({ key: OptionKey, fr: z.string().min(1), en: z.string().min(1) })).min(1),
  tie_break: Both.optional(),
});

const Anchor = z.strictObject({
  key: Key,
  radar: z.boolean().default(false),
  title: Both,
  help: Both.optional(),
  formula: FORMULA.optional(),
  levels: z.record(z.string().regex(/^-?\d+$/), Both),
});

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** `worksheet.yaml`, as it is written: each part for itself. What the parts say of each other, `resolve-worksheet.ts` reads. */
export const WorksheetFile = z.strictObject({
  version: z.string().min(1),
  title: Both,
  conventions: z.strictObject({
    time_zone: z.string().refine(isZone, 'no such time zone · aucun fuseau horaire ne s’appelle ainsi'),
    not_observable: Sections.optional(),
    evidence_ids: Sections.extend({ refers_to: Name }).optional(),
    note: Sections.extend({ max_length: z.int().positive() }).optional(),
  }),
  repeats: z.record(Key, Repeat),
  options: z.record(Key, Options).default({}),
  sections: z.array(SectionHead.extend({ fields: z.array(Field).min(1) })).min(1),
  checks: z.array(Check).default([]),
  codebook: z.array(Codebook).default([]),
  anchors: z.array(Anchor).default([]),
});

export type WorksheetFile = z.infer<typeof WorksheetFile>;
export type SectionFile = z.infer<typeof SectionHead>;
export type RepeatFile = z.infer<typeof Repeat>;
export type CheckFile = z.infer<typeof Check>;
export type AnchorFile = z.infer<typeof Anchor>;
export type CodebookFile = z.infer<typeof Codebook>;
export type OptionsFile = z.infer<typeof Options>;
