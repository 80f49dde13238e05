import { createHash } from 'node:crypto';
import type { CourseAssignment, CourseStage } from '../../assignments/index.js';
import type { MarkToPost, Postable, PostingInForce } from './posting.queries.js';

/** What a posting would show, hold back and set going, if it were made now. */
export interface PostingPlan {
  readonly assignment: CourseAssignment;
  readonly stage: CourseStage;
  readonly inForce: PostingInForce | null;
  readonly marks: readonly PlannedMark[];
  /** Marks in sight already that stay as they are: the team's newest attempt is not graded to the end. */
  readonly kept: readonly KeptMark[];
  /** Teams whose newest attempt is not graded to the end, and of whom nothing is in sight. */
  readonly unfinished: readonly string[];
  /** Teams whose mark waits until a question of integrity is settled. */
  readonly withheld: readonly string[];
  /** Names this plan: it changes when any mark does. */
  readonly seen: string;
}

export type PlannedMark = MarkToPost & {
  readonly team: string;
  readonly readers: Postable['readers'];
  /** `shown` already as it is, or `news` to its readers. */
  readonly is: 'shown' | 'news';
};

export interface KeptMark {
  readonly team: string;
  readonly submissionId: string;
}

/** Two plans of one name show the same marks in place of the same posting. */
export function planName({ inForce, marks, kept }: Pick<PostingPlan, 'inForce' | 'marks' | 'kept'>): string {
  const facts = [
    inForce?.id ?? '',
    ...marks.map(({ submissionId, version, points }) => `${submissionId} ${version} ${points}`),
    ...kept.map(({ submissionId }) => `${submissionId} kept`),
  ];
  return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 32);
}
