import type { z } from 'zod';
import type { ContentProblem } from '../kernel/content-problem.js';
import { LANGS, type Lang, type Localised } from '../kernel/localised.js';
import { sumPoints } from '../kernel/points.js';
import { problemIn, readYamlFile, type YamlFileReading } from '../platform/content/yaml-file.js';
import type { SafeHtml } from '../platform/markup/safe-html.js';
import { AssignmentFile, type AssignmentSpec, type Rubric, RubricFile } from './assignment-file.js';
import { renderBrief } from './brief.js';
import { assignmentsTexts } from './text.js';
import { readWorksheet } from './worksheet/read-worksheet.js';
import type { WorksheetSchema } from './worksheet/worksheet.shared.js';

/** One folder of `assignments/`, read. */
export interface AssignmentContent {
  /** The folder's name. */
  readonly key: string;
  readonly spec: AssignmentSpec;
  readonly rubric: Rubric;
  readonly brief: Readonly<Record<Lang, SafeHtml>>;
  /** Null where it asks for none, or its file holds a mistake. */
  readonly worksheet: WorksheetSchema | null;
}

/** The texts of such a folder; null for a file that is not there. */
export interface AssignmentTexts {
  readonly key: string;
  readonly assignment: string | null;
  readonly rubric: string | null;
  readonly worksheet: string | null;
  readonly brief: Readonly<Record<Lang, string | null>>;
}

export interface AssignmentReading {
  /** Null when anything but the worksheet is wrong: a rubric that does not add up would give wrong marks. */
  readonly content: AssignmentContent | null;
  readonly problems: readonly ContentProblem[];
}

const MISSING = assignmentsTexts.inBoth.messages.fileMissing;

/** Texts in, assignment out, problems gathered with their line. It asks nothing of the disk. */
export function readAssignment({ key, ...texts }: AssignmentTexts): AssignmentReading {
  const at = (file: string): string => `assignments/${key}/${file}`;
  const spec = readIfThere(texts.assignment, at('assignment.yaml'), AssignmentFile);
  const rubric = readIfThere(texts.rubric, at('rubric.yaml'), RubricFile);
  const sums = spec.value && rubric.value ? mismatches(spec.value, rubric.value) : [];
  const briefs = LANGS.filter((lang) => texts.brief[lang] === null).map((lang) => problemIn(at(`brief.${lang}.md`), MISSING));
  const worksheet = readWorksheetIfThere(texts.worksheet, at('worksheet.yaml'), spec.value, rubric.value);
  const grave = [...spec.problems, ...rubric.problems, ...sums.map((reason) => problemIn(at('rubric.yaml'), reason)), ...briefs];
  const problems = [...grave, ...worksheet.problems];
  if (grave.length > 0 || !spec.value || !rubric.value) return { content: null, problems };
  const brief = { fr: renderBrief(texts.brief.fr ?? '', 'fr'), en: renderBrief(texts.brief.en ?? '', 'en') };
  return { content: { key, spec: spec.value, rubric: rubric.value, brief, worksheet: worksheet.value }, problems };
}

const readIfThere = <T>(text: string | null, file: string, schema: z.ZodType<T>): YamlFileReading<T> =>
  text === null ? { value: null, problems: [problemIn(file, MISSING)] } : readYamlFile(text, file, schema);

/** An assignment need not ask for a worksheet. */
function readWorksheetIfThere(text: string | null, file: string, spec: AssignmentSpec | null, rubric: Rubric | null) {
  const keys = (list: readonly { key: string }[] | undefined): string[] | null => list?.map(({ key }) => key) ?? null;
  if (text === null) return { value: null, problems: [] };
  return readWorksheet(text, file, { stages: keys(spec?.stages), criteria: keys(rubric?.criteria) });
}

/** Every criterion belongs to a stage, and the criteria of a stage add up to its points. */
function mismatches({ stages }: AssignmentSpec, { criteria }: Rubric): Localised[] {
  const lost = criteria.filter(({ stage }) => !stages.some(({ key }) => key === stage));
  const uneven = stages
    .map(({ key, points }) => ({ key, points, sum: sumPoints(criteria.filter(({ stage }) => stage === key).map((one) => one.points)) }))
    .filter(({ points, sum }) => sum !== points);
  return [
    ...lost.map(({ key, stage }) => assignmentsTexts.inBoth.messages.noSuchStageCalled(key, stage)),
    ...uneven.map(({ key, points, sum }) => assignmentsTexts.inBoth.messages.unevenCriteria(key, sum, points)),
  ];
}
