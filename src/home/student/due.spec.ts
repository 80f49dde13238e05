import type { CourseStage } from '../../assignments/index.js';
import { type DueStage, nextDue } from './due.js';
import type { StageWork } from '../course/home.queries.js';

const now = new Date('2027-02-08T12:00:00Z');
const DAY = 86_400_000;
const inDays = (days: number): Date => new Date(now.getTime() + days * DAY);

const deliverables = [
  { key: 'niche', kind: 'text', required: true },
  { key: 'niche', kind: 'file', required: true },
  { key: 'notes', kind: 'text', required: false },
];
/** A stage due in so many days; late work is taken for three more. */
const due = (id: string, days: number): DueStage => ({
  assignment: 'analysis',
  stage: { id, opensAt: inDays(-60), dueAt: inDays(days), closesAt: inDays(days + 3), spec: { deliverables } } as unknown as CourseStage,
});
const work = (stageId: string, given: Partial<StageWork> = {}): StageWork => ({
  stageId,
  texts: [],
  files: [],
  savedAt: null,
  attempt: null,
  ...given,
});
const handedIn = (stageId: string) => work(stageId, { attempt: { id: 'a', number: 1, at: inDays(-1) } });

it.each([
  ['the next deadline, before a team has begun', [due('two', 20), due('one', 6)], [], 'one', false],
  ['a stage that is late and still taken', [due('one', -1), due('two', 20)], [], 'one', true],
  ['the one after, once the late one was handed in', [due('one', -1), due('two', 20)], [handedIn('one')], 'two', false],
  ['the one after, once the late one is closed', [due('one', -4), due('two', 20)], [], 'two', false],
  ['the one after, though handing in again is still welcome', [due('one', 6), due('two', 20)], [handedIn('one')], 'two', false],
  ['the next deadline, once all was handed in', [due('one', 6), due('two', 20)], [handedIn('one'), handedIn('two')], 'one', false],
])('a team works towards %s', (_, stages, works, id, isLate) => {
  expect(nextDue(stages, works, now)).toMatchObject({ stage: { id }, isLate });
});

it.each([
  ['nothing is asked', [], []],
  ['everything is closed', [due('one', -9), due('two', -4)], []],
  ['the last stage was handed in and its deadline has passed', [due('one', -1)], [handedIn('one')]],
])('a team works towards nothing when %s', (_, stages, works) => {
  expect(nextDue(stages, works, now)).toBeNull();
});

it.each([
  ['nothing is there', work('one'), ['niche', 'niche']],
  ['the words are there', work('one', { texts: ['niche'] }), ['niche']],
  ['words and file are there', work('one', { texts: ['niche'], files: ['niche'] }), []],
])('when %s, what lacks is named', (_, present, missing) => {
  const found = nextDue([due('one', 6)], [present], now);
  expect(found?.missing.map(({ key }) => key)).toEqual(missing);
  expect(found?.required).toBe(2);
});
