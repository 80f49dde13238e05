import { z } from 'zod';
import type { Lang } from '../../kernel/localised.js';
import { gradingTexts } from '../text.js';
import {
  type AssessmentContent,
  COMMENT_CHARACTERS,
  FIELD,
  firstPoints,
  levelOf,
  pointsWithin,
  type StageRubric,
  type StageCriterion,
} from './assessment.shared.js';

const schemas = new WeakMap<StageRubric, Map<Lang, z.ZodType<AssessmentContent>>>();

/** What may be said of work judged by this stageRubric: its levels, points inside them, comments of a bearable length, nothing else. */
export function contentSchema(stageRubric: StageRubric, lang: Lang): z.ZodType<AssessmentContent> {
  const made = schemas.get(stageRubric) ?? new Map<Lang, z.ZodType<AssessmentContent>>();
  schemas.set(stageRubric, made);
  const schema = made.get(lang) ?? makeSchema(stageRubric, lang);
  made.set(lang, schema);
  return schema;
}

function makeSchema({ criteria, gate }: StageRubric, lang: Lang): z.ZodType<AssessmentContent> {
  const comment = z.string().max(COMMENT_CHARACTERS, gradingTexts[lang].problems.commentTooLong(COMMENT_CHARACTERS)).transform(storable);
  const gateLevel = z.enum(
    gate.levels.map(({ key }) => key),
    gradingTexts[lang].problems.unknownLevel,
  );
  return z.strictObject({
    criteria: z.strictObject(Object.fromEntries(criteria.map((criterion) => [criterion.key, judgementSchema(criterion, comment, lang)]))),
    gate: z.strictObject({ level: gateLevel.nullable(), comment }),
    comment,
  });
}

/** What the database can hold: it knows no NUL, and no half of a pair of code units. */
const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');

function judgementSchema(criterion: StageCriterion, comment: z.ZodType<string>, lang: Lang) {
  const t = gradingTexts[lang].problems;
  return z
    .strictObject({
      level: z
        .enum(
          criterion.levels.map(({ key }) => key),
          t.unknownLevel,
        )
        .nullable(),
      points: z.number().nullable(),
      comment,
    })
    .superRefine(({ level: key, points }, context) => {
      const level = levelOf(criterion, key);
      if (level ? points !== null && pointsWithin(level).includes(points) : points === null) return;
      const message = level ? t.pointsOutside(level.name[lang], level.from, level.to) : t.pointsWithoutLevel;
      context.addIssue({ code: 'custom', path: ['points'], message });
    });
}

/** As far as the database counts. */
export const VERSION_MOST = 2_147_483_647;

/**
 * A plain form as the content it stands for. Points are sent with their level (`B:8`): when another level was chosen since,
 * they belong to it no longer and the new level begins at its own first points. Whatever else is wrong is left for the schema to refuse.
 */
export function contentOfForm(stageRubric: StageRubric, body: unknown): { version: number; content: AssessmentContent } {
  const fields = (body ?? {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof fields[name] === 'string' ? (fields[name] as string).replaceAll('\r\n', '\n') : '');
  const judgement = (criterion: StageCriterion) => {
    const level = text(FIELD.level(criterion.key)) || null;
    return {
      level,
      points: pointsOfForm(criterion, level, text(FIELD.points(criterion.key))),
      comment: text(FIELD.comment(criterion.key)),
    };
  };
  return {
    version: Math.min(Number.parseInt(text(FIELD.version), 10) || 0, VERSION_MOST),
    content: {
      criteria: Object.fromEntries(stageRubric.criteria.map((criterion) => [criterion.key, judgement(criterion)])),
      gate: { level: text(FIELD.gate) || null, comment: text(FIELD.gateComment) },
      comment: text(FIELD.general),
    },
  };
}

function pointsOfForm(criterion: StageCriterion, key: string | null, sent: string): number | null {
  const level = levelOf(criterion, key);
  if (!level) return null;
  const [of, points] = sent.split(':', 2);
  return of === key && points ? Number(points) : firstPoints(level);
}

/** The schema's complaints as sentences by form field; what no field shows stands under the empty name. */
export function problemsOf(error: z.ZodError): Record<string, string> {
  const sentences = error.issues.map(({ path, message }) => [fieldOf(path), message] as const);
  return Object.fromEntries(sentences.reverse());
}

function fieldOf([part, name, inner]: readonly PropertyKey[]): string {
  if (part === 'criteria' && inner) return `${String(inner)}.${String(name)}`;
  if (part === 'gate') return name === 'comment' ? FIELD.gateComment : FIELD.gate;
  return part === 'comment' ? FIELD.general : '';
}
