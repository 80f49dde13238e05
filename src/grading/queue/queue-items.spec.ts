import { inOrderOf, nextUngraded, previousOf, stateOf } from './queue-items.js';
import type { QueueItem } from './queue-items.queries.js';

const ME = 'me';
const item = (submissionId: string | null, given: Partial<QueueItem> = {}): QueueItem => ({
  stageId: 'stage',
  teamId: `team of ${submissionId}`,
  team: 'Huard',
  sectionId: 'one',
  section: '01',
  submissionId,
  attempt: 1,
  handedInAt: new Date(0),
  dueAt: new Date(0),
  assessmentId: null,
  state: null,
  version: null,
  isWritten: null,
  updatedById: null,
  updatedBy: null,
  claimedById: null,
  claimedBy: null,
  postedSubmissionId: null,
  postedVersion: null,
  ...given,
});
const finished = { assessmentId: 'x', state: 'finished', version: 3, isWritten: true, updatedById: ME } as const;

it.each([
  ['nothing', item(null)],
  ['to-grade', item('a')],
  ['to-grade', item('a', { state: 'draft', version: 1, isWritten: false })],
  ['draft', item('a', { state: 'draft', version: 2, isWritten: true })],
  ['finished', item('a', finished)],
  ['posted', item('a', { ...finished, postedSubmissionId: 'a', postedVersion: 3 })],
  ['changed', item('a', { ...finished, postedSubmissionId: 'a', postedVersion: 2 })],
  ['changed', item('a', { ...finished, state: 'draft', version: 4, postedSubmissionId: 'a', postedVersion: 3 })],
  ['to-grade', item('b', { postedSubmissionId: 'a', postedVersion: 3 })],
])('a item is %s', (state, given) => {
  expect(stateOf(given)).toBe(state);
});

describe('the next item', () => {
  const four = ['a', 'b', 'c', 'd'].map((id) => item(id));
  const order = inOrderOf(ME, four).map(({ submissionId }) => submissionId);
  const nextAfter = (leaving: string | null, items: readonly QueueItem[]) => nextUngraded(ME, items, leaving)?.submissionId;
  const change = (id: string, given: Partial<QueueItem>) => four.map((one) => (one.submissionId === id ? item(id, given) : one));

  it('comes in an order of one’s own, whatever the order of the list', () => {
    expect(inOrderOf(ME, [...four].reverse()).map(({ submissionId }) => submissionId)).toEqual(order);
    expect(
      ['b', 'c', 'd', 'e', 'f'].map((who) =>
        inOrderOf(who, four)
          .map(({ submissionId }) => submissionId)
          .join(),
      ),
    ).not.toEqual(Array(5).fill(order.join()));
  });

  it('goes round all of them, passing over one without an end', () => {
    expect(nextAfter(null, four)).toBe(order[0]);
    expect(nextAfter(order[0]!, four)).toBe(order[1]);
    expect(nextAfter(order[3]!, four)).toBe(order[0]);
  });

  it('is none that somebody else has open, and none that is finished', () => {
    expect(nextAfter(order[0]!, change(order[1]!, { claimedById: 'sam' }))).toBe(order[2]);
    expect(nextAfter(order[0]!, change(order[1]!, { claimedById: ME }))).toBe(order[1]);
    expect(nextAfter(order[0]!, change(order[1]!, finished))).toBe(order[2]);
  });

  const begunBySam = { assessmentId: 'x', state: 'draft', version: 2, isWritten: true, updatedById: 'sam' } as const;
  it.each([
    ['that somebody else began', begunBySam, 2],
    ['posted once, that somebody else took up again', { ...begunBySam, version: 4, postedSubmissionId: order[1]!, postedVersion: 3 }, 2],
    ['that one began oneself', { ...begunBySam, updatedById: ME }, 1],
    ['that somebody else only looked at', { ...begunBySam, version: 1, isWritten: false }, 1],
  ])('comes to one %s in its turn, or after all others', (_, given, next) => {
    expect(nextAfter(order[0]!, change(order[1]!, given))).toBe(order[next]);
    expect(nextUngraded(ME, [item(order[1]!, given)], null)?.submissionId).toBe(order[1]);
  });

  it('is not the one just left, even when it is the last', () => {
    expect(nextUngraded(ME, [item('a')], 'a')).toBeNull();
  });

  it('has one before it, save the first', () => {
    expect(previousOf(ME, four, order[2]!)?.submissionId).toBe(order[1]);
    expect(previousOf(ME, four, order[0]!)).toBeNull();
  });
});
