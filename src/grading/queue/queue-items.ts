import { createHash } from 'node:crypto';
import type { QueueItem } from './queue-items.queries.js';

/** A item that was handed in: a team without an attempt is on the list, but there is nothing to grade. */
export type HandedIn = QueueItem & {
  readonly submissionId: string;
  readonly attempt: number;
  readonly handedInAt: Date;
  readonly dueAt: Date;
};
export const isHandedIn = (item: QueueItem): item is HandedIn => item.submissionId !== null;

export type QueueItemState = 'nothing' | 'to-grade' | 'draft' | 'finished' | 'posted' | 'changed';

/** Where a item stands. `changed`: what students see is no longer what stands in the assessment. */
export function stateOf(item: QueueItem): QueueItemState {
  if (!isHandedIn(item)) return 'nothing';
  const isPosted = item.postedSubmissionId === item.submissionId;
  if (isPosted) return item.postedVersion === item.version ? 'posted' : 'changed';
  if (item.state === 'finished') return 'finished';
  return item.isWritten ? 'draft' : 'to-grade';
}

export const isUngraded = (item: QueueItem): boolean => isHandedIn(item) && item.state !== 'finished';

export interface Counts {
  readonly handedIn: number;
  readonly ungraded: number;
  readonly finished: number;
  readonly nothing: number;
}

export function countsOf(items: readonly QueueItem[]): Counts {
  const handedIn = items.filter(isHandedIn);
  const ungraded = handedIn.filter(isUngraded).length;
  return { handedIn: handedIn.length, ungraded, finished: handedIn.length - ungraded, nothing: items.length - handedIn.length };
}

/** One's own order of a stage's items: it stays, tells nothing of the teams, and is another's for another person. */
export function inOrderOf(graderId: string, items: readonly QueueItem[]): HandedIn[] {
  const order = new Map(items.map((item) => [item, hashOf(graderId, item.submissionId ?? '')]));
  return items.filter(isHandedIn).sort((one, other) => (order.get(one)! < order.get(other)! ? -1 : 1));
}

const hashOf = (graderId: string, submissionId: string): string => createHash('sha1').update(`${graderId} ${submissionId}`).digest('hex');

/**
 * The item to grade next: not the one just left, and none that somebody else has open. What nobody began and one's own drafts
 * come first; among them the round goes on where it was left. What somebody else began is theirs until there is no other.
 */
export function nextUngraded(graderId: string, items: readonly QueueItem[], leaving: string | null): HandedIn | null {
  const order = inOrderOf(graderId, items);
  const left = order.findIndex(({ submissionId }) => submissionId === leaving);
  const round = [...order.slice(left + 1), ...order.slice(0, Math.max(0, left))];
  const free = round.filter((item) => isUngraded(item) && (!item.claimedById || item.claimedById === graderId));
  return free.find((item) => !isBegunByAnother(item, graderId)) ?? free[0] ?? null;
}

/** Posted once or not: a mark that somebody took up again is a draft of theirs. Being opened leaves version 1. */
const isBegunByAnother = ({ state, version, updatedById }: HandedIn, graderId: string): boolean =>
  state === 'draft' && version !== 1 && updatedById !== graderId;

/** The item before this one, in the same order, graded or not. */
export function previousOf(graderId: string, items: readonly QueueItem[], submissionId: string): HandedIn | null {
  const order = inOrderOf(graderId, items);
  return order[order.findIndex((item) => item.submissionId === submissionId) - 1] ?? null;
}
