import type { CourseStage } from '../../assignments/index.js';
import type { StageStanding } from '../submitted-work.js';

export type StageState = 'later' | 'open' | 'late' | 'closed' | 'handed-in';

/** In one word, how a stage stands for a reader: by its dates, and by what their team has handed in. */
export function stateOf(
  stage: Pick<CourseStage, 'opensAt' | 'dueAt' | 'closesAt'>,
  standing: Pick<StageStanding, 'attempts'> | null,
  now: Date,
): StageState {
  if (standing && standing.attempts.length > 0) return 'handed-in';
  if (now < stage.opensAt) return 'later';
  if (now <= stage.dueAt) return 'open';
  return now <= stage.closesAt ? 'late' : 'closed';
}
