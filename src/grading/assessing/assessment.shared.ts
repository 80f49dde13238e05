import type { Localised } from '../../kernel/localised.js';
import { sumPoints } from '../../kernel/points.js';
import type { CurrentVersion } from '../../platform/saving/save.shared.js';

/** What was chosen for one criterion. Points come with a level and lie inside its range. */
export interface Judgement {
  readonly level: string | null;
  readonly points: number | null;
  readonly comment: string;
}

/** All that a person types or chooses while grading one attempt: what a save carries, whole. */
export interface AssessmentContent {
  /** By the key of the criterion; every criterion of the stage, none besides. */
  readonly criteria: Readonly<Record<string, Judgement>>;
  readonly gate: { readonly level: string | null; readonly comment: string };
  readonly comment: string;
}

export interface CriterionLevel {
  readonly key: string;
  readonly name: Localised;
  readonly from: number;
  readonly to: number;
  readonly description: Localised;
}
export interface StageCriterion {
  readonly key: string;
  readonly title: Localised;
  readonly points: number;
  readonly levels: readonly CriterionLevel[];
}
export interface GateLevel {
  readonly key: string;
  readonly name: Localised;
  readonly description: Localised;
  readonly consequence: Localised;
}

/** What of a rubric judges one stage. */
export interface StageRubric {
  readonly criteria: readonly StageCriterion[];
  readonly gate: { readonly key: string; readonly title: Localised; readonly levels: readonly GateLevel[] };
}

export const COMMENT_CHARACTERS = 5000;
const UNJUDGED: Judgement = { level: null, points: null, comment: '' };

/** The points one may give inside a level, highest first: its two ends and every whole point between them. */
export function pointsWithin({ from, to }: Pick<CriterionLevel, 'from' | 'to'>): readonly number[] {
  const whole = Array.from({ length: Math.max(0, Math.ceil(to) - Math.floor(from) - 1) }, (_, step) => Math.ceil(to) - 1 - step);
  return [...new Set([to, ...whole.filter((points) => points > from && points < to), from])];
}

/** A level's words are met in full unless somebody says otherwise: a choice begins at the top of the range. */
export const firstPoints = ({ to }: Pick<CriterionLevel, 'to'>): number => to;

export const levelOf = (criterion: StageCriterion, key: string | null): CriterionLevel | undefined =>
  criterion.levels.find((level) => level.key === key);

/** The content with nothing left out: what was never touched stands in it as untouched. */
export const completed = (stageRubric: StageRubric, given: AssessmentContent): AssessmentContent => ({
  ...given,
  criteria: Object.fromEntries(stageRubric.criteria.map(({ key }) => [key, given.criteria[key] ?? UNJUDGED])),
});

/** What all the criteria of the stageRubric could bring. */
export const pointsOf = ({ criteria }: Pick<StageRubric, 'criteria'>): number => sumPoints(criteria.map(({ points }) => points));

export interface Tally {
  readonly earned: number;
  /** What the criteria judged so far could have brought. */
  readonly outOf: number;
  /** Keys of what has no level yet, the gate's among them. */
  readonly lacking: readonly string[];
}

export function tallyOf(stageRubric: StageRubric, content: AssessmentContent): Tally {
  const judged = stageRubric.criteria.filter(({ key }) => content.criteria[key]?.level);
  const lacking = stageRubric.criteria.filter((criterion) => !judged.includes(criterion)).map(({ key }) => key);
  return {
    earned: sumPoints(judged.map(({ key }) => content.criteria[key]?.points ?? 0)),
    outOf: sumPoints(judged.map(({ points }) => points)),
    lacking: content.gate.level ? lacking : [...lacking, stageRubric.gate.key],
  };
}

/** Whether two contents say the same, whatever the order in which their parts were written down. */
export function isSameContent(one: AssessmentContent, other: AssessmentContent): boolean {
  const keys = new Set([...Object.keys(one.criteria), ...Object.keys(other.criteria)]);
  return (
    one.comment === other.comment &&
    isSameGate(one, other) &&
    [...keys].every((key) => isSameJudgement(one.criteria[key], other.criteria[key]))
  );
}

export const isSameGate = ({ gate: one }: AssessmentContent, { gate: other }: AssessmentContent): boolean =>
  one.level === other.level && one.comment === other.comment;

export const isSameJudgement = (one: Judgement = UNJUDGED, other: Judgement = UNJUDGED): boolean =>
  one.level === other.level && one.points === other.points && one.comment === other.comment;

/** The names of the fields of the plain form: what a page without a script sends. */
export const FIELD = {
  level: (criterion: string) => `level.${criterion}`,
  points: (criterion: string) => `points.${criterion}`,
  comment: (criterion: string) => `comment.${criterion}`,
  gate: 'gate',
  gateComment: 'gate-comment',
  general: 'comment',
  version: 'version',
} as const;

/** What the browser sends; a `SaveAnswer` comes back. */
export interface SaveRequest {
  /** The version of the assessment the content was made from. */
  readonly version: number;
  readonly content: AssessmentContent;
  /** The page is being left: the assessment is let go of instead of held for another while. */
  readonly leaving?: boolean;
}
/** What stands there instead of what was being saved, and whose it is. */
export type Theirs = CurrentVersion<AssessmentContent>;
