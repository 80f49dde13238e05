import type { CourseStage, DeliverableSpec } from '../../assignments/index.js';
import type { StageWork } from '../course/home.queries.js';

/** The stage a team works towards, and what its draft still lacks. */
export interface NextDue {
  readonly stage: CourseStage;
  /** The key of its assignment. */
  readonly assignment: string;
  readonly work: StageWork | null;
  /** Required and not there yet; and how many are required. */
  readonly missing: readonly DeliverableSpec[];
  readonly required: number;
  /** The deadline has passed, and late work is still taken. */
  readonly isLate: boolean;
}

export interface DueStage {
  readonly assignment: string;
  readonly stage: CourseStage;
}

/**
 * What to hand in next: the first stage that still takes work and has none of this team's, be it late;
 * where each has some, the next deadline, since handing in again is welcome until then.
 */
export function nextDue(stages: readonly DueStage[], works: readonly StageWork[], now: Date): NextDue | null {
  const workAt = ({ stage }: DueStage): StageWork | null => works.find(({ stageId }) => stageId === stage.id) ?? null;
  const inOrder = [...stages].sort((one, other) => one.stage.dueAt.getTime() - other.stage.dueAt.getTime());
  const owed = inOrder.find((due) => due.stage.closesAt >= now && !workAt(due)?.attempt);
  const next = owed ?? inOrder.find(({ stage }) => stage.dueAt >= now);
  if (!next) return null;
  const work = workAt(next);
  const required = next.stage.spec.deliverables.filter((deliverable) => deliverable.required);
  const missing = required.filter(({ kind, key }) => !(kind === 'text' ? work?.texts : work?.files)?.includes(key));
  return { ...next, work, missing, required: required.length, isLate: next.stage.dueAt < now };
}
