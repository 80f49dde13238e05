import type { Rubric } from '../../assignments/index.js';
import type { Sheet } from '../assessing/assessment.shared.js';

const known = new WeakMap<Rubric, Map<string, Sheet>>();

/** What of a rubric judges one stage: its criteria, and the gate, which every stage passes. The same object each time. */
export function sheetOf(rubric: Rubric, stageKey: string): Sheet {
  const sheets = known.get(rubric) ?? new Map<string, Sheet>();
  known.set(rubric, sheets);
  const sheet = sheets.get(stageKey) ?? { criteria: rubric.criteria.filter(({ stage }) => stage === stageKey), gate: rubric.gate };
  sheets.set(stageKey, sheet);
  return sheet;
}
