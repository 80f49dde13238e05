import { closesAt, daysLate, lateDeduction, type LateRule } from './late.policy.js';

const rule: LateRule = { percent_per_day: 10, days: 3, tokens: 1, token_hours: 24 };
const due = new Date('2027-02-15T04:59:00Z');
const after = (ms: number): Date => new Date(due.getTime() + ms);
const HOUR = 3_600_000;
const ZONE = 'America/Toronto';

it.each([
  ['a minute before', -60_000, 0],
  ['in the very millisecond', 0, 0],
  ['a millisecond after', 1, 1],
  ['a day after, to the millisecond', 24 * HOUR, 1],
  ['a day and a millisecond after', 24 * HOUR + 1, 2],
  ['three days after', 72 * HOUR, 3],
])('work that comes %s the deadline is %s ms late: %s days', (_, ms, days) => {
  expect(daysLate(after(ms), due, ZONE)).toBe(days);
});

it.each([
  [27, 0, 0],
  [27, 1, 2.7],
  [27, 3, 8.1],
  [27, 4, 27],
  [0, 2, 0],
  [8.5, 1, 0.85],
])('of %s points earned, %s days late take off %s', (earned, days, deduction) => {
  expect(lateDeduction(earned, days, rule)).toBe(deduction);
});

it('takes late work for as many days as the rule says', () => {
  expect(closesAt(due, rule, ZONE)).toEqual(new Date('2027-02-18T04:59:00Z'));
});

/** The clocks go back on 1 November 2026 and forward on 14 March 2027; both deadlines are the evening before, at 23:59. */
const AUTUMN = new Date('2026-10-31T23:59:00-04:00');
const SPRING = new Date('2027-03-13T23:59:00-05:00');

it.each([
  ['as the day of 25 hours begins', AUTUMN, '2026-11-01T00:00:00-04:00', 1],
  ['24 and a half hours later, within the day of 25', AUTUMN, '2026-11-01T23:30:00-05:00', 1],
  ['as the day of 25 hours ends', AUTUMN, '2026-11-01T23:59:00-05:00', 1],
  ['a millisecond after it', AUTUMN, '2026-11-01T23:59:00.001-05:00', 2],
  ['as the third day ends', AUTUMN, '2026-11-03T23:59:00-05:00', 3],
  ['a millisecond after the third day', AUTUMN, '2026-11-03T23:59:00.001-05:00', 4],
  ['as the day of 23 hours ends', SPRING, '2027-03-14T23:59:00-04:00', 1],
  ['23 and a half hours later, past the day of 23', SPRING, '2027-03-15T00:29:00-04:00', 2],
  ['three days after the spring deadline', SPRING, '2027-03-16T23:59:00-04:00', 3],
])('counts days of the calendar where the clocks change: work that comes %s', (_, dueAt, handedInAt, days) => {
  expect(daysLate(new Date(handedInAt), dueAt, ZONE)).toBe(days);
});

it.each([
  ['the clocks go back', AUTUMN, '2026-11-03T23:59:00-05:00'],
  ['the clocks go forward', SPRING, '2027-03-16T23:59:00-04:00'],
  ['its hour is jumped over', new Date('2027-03-11T02:30:00-05:00'), '2027-03-14T03:30:00-04:00'],
])('closes at the hour of the deadline though %s, and takes nothing that would count as a day more', (_, dueAt, closing) => {
  const closes = closesAt(dueAt, rule, ZONE);

  expect(closes).toEqual(new Date(closing));
  expect([0, 1].map((ms) => daysLate(new Date(closes.getTime() + ms), dueAt, ZONE))).toEqual([rule.days, rule.days + 1]);
});
