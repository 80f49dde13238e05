import { daysLeft, reminderAt } from './reminder.js';

const DUE = new Date('2027-02-14T23:59:00-05:00');
const HOUR = 3_600_000;
const after = (hours: number): Date => new Date(DUE.getTime() + hours * HOUR);
const deadline = { opensAt: after(-24 * 30), dueAt: DUE, closesAt: after(48) };

it.each([
  ['eight days before', -8 * 24, null],
  ['a week and a minute before', -7 * 24 - 1 / 60, null],
  ['a week before', -7 * 24, 'week'],
  ['two days before, where nothing ran until then', -48, 'week'],
  ['a minute more than a day before', -24 - 1 / 60, 'week'],
  ['a day before', -24, 'day'],
  ['a minute before', -1 / 60, 'day'],
  ['at the deadline', 0, null],
  ['while work that was begun in time may still arrive', 0.9, null],
  ['an hour after', 1, 'passed'],
  ['at the end of lateness', 48, null],
])('%s', (_, hours, kind) => expect(reminderAt(deadline, after(hours))).toBe(kind));

it('is told for a day where nothing late is taken', () => {
  const strict = { ...deadline, closesAt: DUE };

  expect(reminderAt(strict, after(23))).toBe('passed');
  expect(reminderAt(strict, after(24))).toBeNull();
});

it('is not told of what is not open yet', () => {
  expect(reminderAt({ ...deadline, opensAt: after(-10) }, after(-12))).toBeNull();
});

it('counts days to the nearest', () => {
  expect(daysLeft(DUE, after(-7 * 24 + 0.1))).toBe(7);
  expect(daysLeft(DUE, after(-5 * 24))).toBe(5);
});
