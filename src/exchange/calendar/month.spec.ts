import { monthAsked, monthOf } from './month.js';

const marks = { today: '2027-02-08', classes: new Set(['2027-02-09', '2027-02-16']), dues: new Set(['2027-02-14']) };
const numbers = (key: string) => monthOf(key, marks).weeks.map((week) => week.map((day) => day?.number ?? 0));

it.each([
  ['2027-02', 'four whole weeks from a Monday', 4, [1, 2, 3, 4, 5, 6, 7], [22, 23, 24, 25, 26, 27, 28]],
  ['2027-03', 'a Monday first, and a last week of three days', 5, [1, 2, 3, 4, 5, 6, 7], [29, 30, 31, 0, 0, 0, 0]],
  ['2028-02', 'a leap year', 5, [0, 1, 2, 3, 4, 5, 6], [28, 29, 0, 0, 0, 0, 0]],
  ['2026-11', 'a Sunday first, and the night the clocks go back', 6, [0, 0, 0, 0, 0, 0, 1], [30, 0, 0, 0, 0, 0, 0]],
])('%s is %s', (key, _, weeks, first, last) => {
  expect(numbers(key)).toHaveLength(weeks);
  expect([numbers(key)[0], numbers(key).at(-1)]).toEqual([first, last]);
});

it('marks today, classes and deadlines', () => {
  const days = monthOf('2027-02', marks).weeks.flat();
  expect(days.filter((day) => day?.isToday).map((day) => day?.day)).toEqual(['2027-02-08']);
  expect(days.filter((day) => day?.hasClass).map((day) => day?.day)).toEqual(['2027-02-09', '2027-02-16']);
  expect(days.filter((day) => day?.isDue).map((day) => day?.day)).toEqual(['2027-02-14']);
});

it('knows the months beside it, over the end of a year', () => {
  expect(monthOf('2027-01', marks)).toMatchObject({ previous: '2026-12', next: '2027-02' });
  expect(monthOf('2026-12', marks)).toMatchObject({ previous: '2026-11', next: '2027-01' });
});

it.each([
  ['2027-03', '2027-03'],
  ['2027-13', '2027-02'],
  ['1999-01', '2027-02'],
  ['2027-3', '2027-02'],
  ['"><script>', '2027-02'],
  [['2027-03'], '2027-02'],
  [undefined, '2027-02'],
])('asked for %s, shows %s', (asked, key) => {
  expect(monthAsked(asked, '2027-02-08')).toBe(key);
});
