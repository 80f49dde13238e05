import { z } from 'zod';
import type { ContentProblem } from '../kernel/content-problem.js';
import { problemIn, readYamlFile } from '../platform/content/yaml-file.js';
import { typeset } from '../platform/i18n/typography.js';
import { curriculumTexts } from './text.js';

const Sentence = z.string().trim().min(1).max(600);
const Both = z.strictObject({ fr: Sentence, en: Sentence });

const Reading = z.strictObject({
  title: Sentence,
  author: Sentence,
  year: z.int().min(1400).max(2200).optional(),
  language: z.enum(['fr', 'en']),
  minutes: z.int().min(1).max(6000),
  url: z.url({ protocol: /^https?$/ }).optional(),
  kind: z.enum(['essential', 'further']),
});

/** `unit.yaml`: what a unit is, in both languages. */
const UnitFile = z.strictObject({
  /** Whether the deck is for everybody, or only where a course has released the unit. */
  open: z.boolean().default(true),
  title: Both,
  aim: Both,
  outcomes: z.array(Both).min(1).max(12),
  readings: z.array(Reading).max(40).default([]),
});

export type Reading = z.infer<typeof Reading>;

/** One of the units of the course, as its folder in `slides/` describes it. */
export interface Unit extends z.infer<typeof UnitFile> {
  /** Its folder’s name without the number: what addresses say. */
  readonly key: string;
  readonly number: number;
}

export interface UnitReading {
  readonly unit: Unit | null;
  readonly problems: readonly ContentProblem[];
}

/** `05-competitive-analysis` is unit 5, `competitive-analysis`; any other folder is none. */
export function unitFolder(name: string): Pick<Unit, 'key' | 'number'> | null {
  const [, number, key] = /^(\d{2})-([a-z\d]+(?:-[a-z\d]+)*)$/.exec(name) ?? [];
  return key ? { key, number: Number(number) } : null;
}

export function readUnit(text: string | null, file: string, folder: Pick<Unit, 'key' | 'number'>): UnitReading {
  if (text === null) return { unit: null, problems: [problemIn(file, curriculumTexts.inBoth.messages.fileMissing)] };
  const { value, problems } = readYamlFile(text, file, UnitFile);
  if (!value) return { unit: null, problems };
  const { readings, ...rest } = value;
  // A reading is named in its own language, whatever the page’s.
  const named = readings.map((reading) => ({ ...reading, title: typeset(reading.language, reading.title) }));
  return { unit: { ...folder, ...rest, readings: named }, problems: [] };
}
