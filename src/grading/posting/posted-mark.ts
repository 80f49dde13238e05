import { lateDeduction, daysLate, type LateRule } from '../../assignments/index.js';
import type { Localised } from '../../kernel/localised.js';
import { roundPoints } from '../../kernel/points.js';
import { type AssessmentContent, levelOf, pointsOf, type StageRubric, tallyOf } from '../assessing/assessment.shared.js';

/** A mark as its team reads it, with every word it was read with: later edits of a rubric or an assessment do not reach it. Nobody is named. */
export interface PostedContent {
  readonly criteria: readonly PostedCriterion[];
  readonly gate: {
    readonly title: Localised;
    readonly name: Localised;
    readonly description: Localised;
    /** Null under the gate's first level, which asks nothing of the team. */
    readonly consequence: Localised | null;
    readonly comment: string;
  };
  readonly comment: string;
  readonly outOf: number;
  readonly late: { readonly days: number; readonly percentPerDay: number } | null;
  readonly rubricVersion: number;
}

export interface PostedCriterion {
  readonly key: string;
  readonly title: Localised;
  readonly level: { readonly key: string; readonly name: Localised; readonly description: Localised };
  readonly points: number;
  readonly outOf: number;
  readonly comment: string;
}

export interface Mark {
  readonly content: PostedContent;
  readonly earned: number;
  readonly deduction: number;
  readonly points: number;
}

export interface Graded {
  readonly stageRubric: StageRubric;
  readonly rubricVersion: number;
  readonly content: AssessmentContent;
  readonly handedInAt: Date;
  readonly dueAt: Date;
  /** The course's, for days of lateness. */
  readonly zone: string;
}

/** The mark that a finished assessment comes to. */
export function markOf({ stageRubric, rubricVersion, content, handedInAt, dueAt, zone }: Graded, rule: LateRule): Mark {
  const { earned } = tallyOf(stageRubric, content);
  const days = daysLate(handedInAt, dueAt, zone);
  const deduction = lateDeduction(earned, days, rule);
  return {
    content: {
      criteria: stageRubric.criteria.map((criterion) => postedCriterion(criterion, content)),
      gate: postedGate(stageRubric.gate, content),
      comment: content.comment,
      outOf: pointsOf(stageRubric),
      late: days > 0 ? { days, percentPerDay: rule.percent_per_day } : null,
      rubricVersion,
    },
    earned,
    deduction,
    points: roundPoints(earned - deduction),
  };
}

function postedGate({ title, levels }: StageRubric['gate'], { gate }: AssessmentContent): PostedContent['gate'] {
  const index = levels.findIndex(({ key }) => key === gate.level);
  const { name, description, consequence } = levels[index]!;
  return { title, name, description, consequence: index > 0 ? consequence : null, comment: gate.comment };
}

function postedCriterion(criterion: StageRubric['criteria'][number], content: AssessmentContent): PostedCriterion {
  const { level: key, points, comment } = content.criteria[criterion.key]!;
  const { name, description, key: level } = levelOf(criterion, key)!;
  return {
    key: criterion.key,
    title: criterion.title,
    level: { key: level, name, description },
    points: points ?? 0,
    outOf: criterion.points,
    comment,
  };
}
