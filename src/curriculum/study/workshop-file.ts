import { z } from 'zod';
import { readYamlFile } from '../../platform/content/yaml-file.js';
import { because } from '../../platform/content/yaml-text.js';
import type { FileReading } from '../../platform/content/last-good.js';
import { Both } from './study-schema.js';
import { studyTexts } from './text.js';

const Step = z.strictObject({ minutes: z.int().min(1).max(240), text: Both });

/** `workshop.yaml`: the sheet of what a team does in class with a unit. */
const WorkshopFile = z
  .strictObject({
    title: Both,
    minutes: z.int().min(1).max(480),
    purpose: Both,
    bring: z.array(Both).max(12).default([]),
    steps: z.array(Step).min(1).max(12),
    handOver: z.array(Both).min(1).max(12),
    /** What the class talks about afterwards. */
    debrief: z.array(Both).max(12).default([]),
  })
  .superRefine(({ minutes, steps }, context) => {
    const sum = steps.reduce((total, step) => total + step.minutes, 0);
    if (sum !== minutes) context.addIssue({ code: 'custom', path: ['minutes'], ...addUpTo(sum) });
  });

const addUpTo = (sum: number) => because(studyTexts.inBoth.messages.minutesSum(sum));

export type Workshop = z.infer<typeof WorkshopFile>;

export const readWorkshop = (text: string, file: string): FileReading<Workshop> => readYamlFile(text, file, WorkshopFile);
