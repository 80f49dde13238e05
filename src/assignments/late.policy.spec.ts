import { closesAt, daysLate, lateDeduction, type LateRule } from './late.policy.js';

const rule: LateRule = { percent_per_day: 10, days: 3, tokens: 1, token_hours: 24 };
const due = new Date('2027-02-15T04:59:00Z');
const after = (ms: number): Date => new Date(due.getTime() + ms);
const HOUR = 3_600_000;

it.each([
  ['a minute before', -60_000, 0],
  ['in the very millisecond', 0, 0],
  ['a millisecond after', 1, 1],
  ['a day after, to the millisecond', 24 * HOUR, 1],
  ['a day and a millisecond after', 24 * HOUR + 1, 2],
  ['three days after', 72 * HOUR, 3],
])('work that comes %s the deadline is %s ms late: %s days', (_, ms, days) => {
  expect(daysLate(after(ms), due)).toBe(days);
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
  expect(closesAt(due, rule)).toEqual(new Date('2027-02-18T04:59:00Z'));
});
