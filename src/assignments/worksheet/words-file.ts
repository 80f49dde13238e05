import { z } from 'zod';
import { assignmentsTexts } from '../text.js';
import { because } from '../../platform/content/yaml-text.js';

const texts = assignmentsTexts.inBoth.worksheet;

export const Both = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
/** Of a section, a field, a list: what code and formulas call it. */
export const Key = z.string().refine((key) => /^[a-z][a-z0-9_]{0,39}$/.test(key), because(texts.keyForm));
/** Of a choice: what a cell holds. `not_observable` is no choice but a state of the cell. */
export const OptionKey = z
  .string()
  .refine((key) => /^[\w+-]{1,40}$/.test(key), because(texts.optionKeyForm))
  .refine((key) => key !== 'not_observable', because(texts.stateNotOption));
/** Of a field: alone for one of the same section, `section.field` for others. */
export const Name = z.string().refine((name) => /^[a-z]\w*(\.[a-z]\w*){0,2}$/.test(name), because(texts.nameForm));
export const FORMULA = z.string().min(1).max(400);
export const CONDITION = z.string().min(1).max(400);
