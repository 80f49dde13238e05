import { createHash } from 'node:crypto';
import type { QueueItem } from './queue-items.queries.js';

/** A copy that was handed in: a team without an attempt is on the list, but there is nothing to grade. */
export type HandedIn = QueueItem & {
  readonly submissionId: string;
  readonly attempt: number;
  readonly handedInAt: Date;
  readonly dueAt: Date;
};
export const isHandedIn = (copy: QueueItem): copy is HandedIn => copy.submissionId !== null;

export type QueueItemState = 'nothing' | 'to-grade' | 'draft' | 'finished' | 'posted' | 'changed';

/** Where a copy stands. `changed`: what students see is no longer what stands in the assessment. */
export function stateOf(copy: QueueItem): QueueItemState {
  if (!isHandedIn(copy)) return 'nothing';
  const isPosted = copy.postedSubmissionId === copy.submissionId;
  if (isPosted) return copy.postedVersion === copy.version ? 'posted' : 'changed';
  if (copy.state === 'finished') return 'finished';
  return copy.version === null || copy.version === 1 ? 'to-grade' : 'draft';
}

export const isUngraded = (copy: QueueItem): boolean => isHandedIn(copy) && copy.state !== 'finished';

export interface Counts {
  readonly handedIn: number;
  readonly ungraded: number;
  readonly finished: number;
  readonly nothing: number;
}

export function countsOf(copies: readonly QueueItem[]): Counts {
  const handedIn = copies.filter(isHandedIn);
  const ungraded = handedIn.filter(isUngraded).length;
  return { handedIn: handedIn.length, ungraded, finished: handedIn.length - ungraded, nothing: copies.length - handedIn.length };
}

/** One's own order of a stage's copies: it stays, tells nothing of the teams, and is another's for another person. */
export function inOrderOf(graderId: string, copies: readonly QueueItem[]): HandedIn[] {
  const place = new Map(copies.map((copy) => [copy, hashOf(graderId, copy.submissionId ?? '')]));
  return copies.filter(isHandedIn).sort((one, other) => (place.get(one)! < place.get(other)! ? -1 : 1));
}

const hashOf = (graderId: string, submissionId: string): string => createHash('sha1').update(`${graderId} ${submissionId}`).digest('hex');

/**
 * The copy to grade next: not the one just left, and none that somebody else has open. What nobody began and one's own drafts
 * come first; among them the round goes on where it was left. What somebody else began is theirs until there is no other.
 */
export function nextUngraded(graderId: string, copies: readonly QueueItem[], leaving: string | null): HandedIn | null {
  const order = inOrderOf(graderId, copies);
  const left = order.findIndex(({ submissionId }) => submissionId === leaving);
  const round = [...order.slice(left + 1), ...order.slice(0, Math.max(0, left))];
  const free = round.filter((copy) => isUngraded(copy) && (!copy.claimedById || copy.claimedById === graderId));
  return free.find((copy) => !isBegunByAnother(copy, graderId)) ?? free[0] ?? null;
}

/** Posted once or not: a mark that somebody took up again is a draft of theirs. Being opened leaves version 1. */
const isBegunByAnother = ({ state, version, updatedById }: HandedIn, graderId: string): boolean =>
  state === 'draft' && version !== 1 && updatedById !== graderId;

/** The copy before this one, in the same order, graded or not. */
export function previousOf(graderId: string, copies: readonly QueueItem[], submissionId: string): HandedIn | null {
  const order = inOrderOf(graderId, copies);
  return order[order.findIndex((copy) => copy.submissionId === submissionId) - 1] ?? null;
}
