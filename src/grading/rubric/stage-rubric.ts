import type { Rubric } from '../../assignments/index.js';
import type { StageRubric } from '../assessing/assessment.shared.js';

const known = new WeakMap<Rubric, Map<string, StageRubric>>();

/** What of a rubric judges one stage: its criteria, and the gate, which every stage passes. The same object each time. */
export function stageRubricOf(rubric: Rubric, stageKey: string): StageRubric {
  const byStage = known.get(rubric) ?? new Map<string, StageRubric>();
  known.set(rubric, byStage);
  const found = byStage.get(stageKey) ?? { criteria: rubric.criteria.filter(({ stage }) => stage === stageKey), gate: rubric.gate };
  byStage.set(stageKey, found);
  return found;
}
