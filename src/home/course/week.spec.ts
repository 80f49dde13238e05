import type { ClassMeeting } from '../../curriculum/index.js';
import { weekAt } from './week.js';

const nothing = { fr: '', en: '' };
const tuesday = (week: number, day: string): ClassMeeting => ({
  id: `class ${week}`,
  week,
  unit: null,
  title: nothing,
  place: nothing,
  isCancelled: false,
  version: 1,
  changedAt: new Date(0),
  day,
  startsAt: new Date(`${day}T23:30:00Z`),
  endsAt: new Date(`${day}T23:59:00Z`),
});
/** Three Tuesday evenings, with a week of break before the last. */
const classes = [tuesday(1, '2027-02-09'), tuesday(2, '2027-02-16'), tuesday(3, '2027-03-02')];

it.each([
  ['a month before the first class', '2027-01-05T12:00:00Z', 1, 'coming'],
  ['on the last evening before the first week', '2027-02-08T04:59:59Z', 1, 'coming'],
  ['on the first Monday, at midnight in Toronto', '2027-02-08T05:00:00Z', 1, 'now'],
  ['after the class of the week', '2027-02-13T12:00:00Z', 1, 'now'],
  ['in the last second of its Sunday', '2027-02-15T04:59:59Z', 1, 'now'],
  ['on the Monday after', '2027-02-15T05:00:00Z', 2, 'now'],
  ['in the week of break', '2027-02-24T12:00:00Z', 3, 'coming'],
  ['in the last week', '2027-03-03T12:00:00Z', 3, 'now'],
  ['after the last week', '2027-04-20T12:00:00Z', 3, 'over'],
])('%s it is week %s, %s', (_, now, number, phase) => {
  expect(weekAt(classes, new Date(now), 'America/Toronto')).toMatchObject({ number, of: 3, phase });
});

it('runs from Monday to Sunday, whatever the day of the class', () => {
  expect(weekAt(classes, new Date('2027-03-01T12:00:00Z'), 'America/Toronto')).toMatchObject({
    monday: '2027-03-01',
    sunday: '2027-03-07',
  });
});

it('is no week where no class is planned', () => {
  expect(weekAt([], new Date(), 'America/Toronto')).toBeNull();
});
