import { isTooSudden } from './stage-date.policy.js';

const at = (day: number): Date => new Date(Date.UTC(2027, 1, day));

it.each([
  ['later', 20, 25, 15, false],
  ['earlier, and still to come', 20, 18, 15, false],
  ['earlier, to this very instant', 20, 15, 15, true],
  ['earlier than now', 20, 10, 15, true],
  ['later, though past both before and after', 5, 10, 15, false],
  ['nowhere, though past', 5, 5, 15, false],
])('a deadline moved %s', (_, from, to, now, expected) => {
  expect(isTooSudden({ dueAt: at(from) }, at(to), at(now))).toBe(expected);
});
