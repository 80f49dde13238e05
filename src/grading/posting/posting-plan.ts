import { createHash } from 'node:crypto';
import type { AskedAssignment, AskedStage } from '../../assignments/index.js';
import type { MarkToPost, Postable, PostingInForce } from './posting.queries.js';

/** What a posting would show, hold back and set going, if it were made now. */
export interface PostingPlan {
  readonly assignment: AskedAssignment;
  readonly stage: AskedStage;
  readonly inForce: PostingInForce | null;
  readonly marks: readonly PlannedMark[];
  /** Teams whose newest attempt is not graded to the end. */
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

/** Two plans of one name show the same marks in place of the same posting. */
export function planName(inForce: PostingInForce | null, marks: readonly PlannedMark[]): string {
  const facts = [inForce?.id ?? '', ...marks.map(({ submissionId, version, points }) => `${submissionId} ${version} ${points}`)];
  return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 32);
}
