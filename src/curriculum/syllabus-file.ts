import { z } from 'zod';
import type { ContentProblem } from '../kernel/content-problem.js';
import { readYamlFile } from '../platform/content/yaml-file.js';

const Sentence = z.string().trim().min(1).max(900);
const Both = z.strictObject({ fr: Sentence, en: Sentence });

const Assessment = z.strictObject({
  title: Both,
  by: z.enum(['person', 'team']),
  /** In per cent of the course. */
  weight: z.number().positive().max(100),
  note: Both,
  /** What is looked at, and for how many points, where no rubric of an assignment says it. */
  criteria: z
    .array(z.strictObject({ title: Both, points: z.int().min(1).max(100) }))
    .max(20)
    .default([]),
});

const Week = z.strictObject({
  /** Keys of the units it is about. */
  units: z.array(z.string()).max(9),
  theme: Both,
  inClass: Both,
  due: Both,
});

const WHOLE = 'the weights must add up to 100 · le total des poids doit être 100';
const addUp = (parts: readonly { weight: number }[]): boolean => Math.abs(parts.reduce((sum, { weight }) => sum + weight, 0) - 100) < 0.001;

/** `course.yaml`: what the public programme says of the course, in both languages. */
const SyllabusFile = z.strictObject({
  title: Both,
  subtitle: Both,
  level: Both,
  audience: Both,
  weeks: z.int().min(1).max(60),
  description: Both,
  outcomes: z.array(Both).min(1).max(20),
  assessment: z.array(Assessment).min(1).max(20).refine(addUp, WHOLE),
  /** A row a week. */
  calendar: z.array(Week).min(1).max(60),
  calendarNote: Both,
  /** How a class goes, part by part. */
  session: z
    .array(z.strictObject({ minutes: z.int().min(1).max(600), what: Both }))
    .min(1)
    .max(20),
  policies: z
    .array(z.strictObject({ title: Both, text: Both }))
    .min(1)
    .max(30),
  /** What the programme is, officially: a proposal, or an institution's own. */
  status: Both,
});

export type Syllabus = z.infer<typeof SyllabusFile>;

export interface SyllabusReading {
  readonly syllabus: Syllabus | null;
  readonly problems: readonly ContentProblem[];
}

export function readSyllabus(text: string, file: string): SyllabusReading {
  const { value: syllabus, problems } = readYamlFile(text, file, SyllabusFile);
  return { syllabus, problems };
}
