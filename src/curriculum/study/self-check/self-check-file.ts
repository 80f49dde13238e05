import { z } from 'zod';
import { readYamlFile } from '../../../platform/content/yaml-file.js';
import { because } from '../../../platform/content/yaml-text.js';
import type { FileReading } from '../../../platform/content/last-good.js';
import { Both, eachOnce, Id } from '../study-schema.js';
import { studyTexts } from '../text.js';

const Option = z.strictObject({ id: Id, text: Both, right: z.boolean().default(false) });

const Question = z
  .strictObject({
    id: Id,
    /** Whether one option is right, or several at once. */
    kind: z.enum(['one', 'several']),
    prompt: Both,
    options: z.array(Option).min(2).max(7),
    explanation: Both,
    /** The slide that teaches it, counted from 1. */
    slide: z.int().min(1),
  })
  .superRefine(({ kind, options }, context) => {
    eachOnce(options, context, 'options');
    const right = options.filter((option) => option.right).length;
    if (kind === 'one' && right !== 1) context.addIssue({ code: 'custom', path: ['options'], ...ONE });
    if (kind === 'several' && right < 2) context.addIssue({ code: 'custom', path: ['options'], ...SEVERAL });
  });

const ONE = because(studyTexts.inBoth.messages.oneRight);
const SEVERAL = because(studyTexts.inBoth.messages.twoRight);

/** `self-check.yaml`: what one asks oneself after a unit. Slides are looked up in the unit’s shortest deck, where it has one. */
const fileWith = (slides: number | null) =>
  z.strictObject({ questions: z.array(Question).min(5).max(30) }).superRefine(({ questions }, context) => {
    eachOnce(questions, context, 'questions');
    if (slides === null) return;
    for (const [index, { slide }] of questions.entries())
      if (slide > slides) context.addIssue({ code: 'custom', path: ['questions', index, 'slide'], ...only(slides) });
  });

const only = (slides: number) => because(studyTexts.inBoth.messages.onlySlides(slides));

export type Question = z.infer<typeof Question>;
export interface SelfCheck {
  readonly questions: readonly Question[];
}

export const readSelfCheck = (text: string, file: string, slides: number | null): FileReading<SelfCheck> =>
  readYamlFile(text, file, fileWith(slides));
