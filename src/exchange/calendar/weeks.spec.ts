import type { CalendarEntry } from './entry.js';
import { weeksOf } from './weeks.js';

const ZONE = 'America/Toronto';
const NOW = new Date('2027-02-10T12:00:00Z');
const entry = (startsAt: string, week: number | null = null): CalendarEntry => ({
  uid: startsAt,
  kind: week === null ? 'deadline' : 'class',
  title: '',
  place: '',
  path: null,
  endsAt: null,
  startsAt: new Date(startsAt),
  isCancelled: false,
  sequence: 0,
  changedAt: NOW,
  week,
});
const mondaysOf = (...dates: string[]): string[] =>
  weeksOf(
    dates.map((date) => entry(date)),
    NOW,
    ZONE,
  ).map(({ monday }) => monday);

describe('the weeks of a calendar', () => {
  it('begin on the Monday of the course’s zone: Sunday a minute before midnight is still the week before', () => {
    expect(mondaysOf('2027-02-15T04:59:00Z', '2027-02-15T05:00:00Z')).toEqual(['2027-02-08', '2027-02-15']);
  });

  it('show a pause, and leave out what is no part of the term', () => {
    expect(mondaysOf('2027-02-09T23:30:00Z', '2027-03-02T23:30:00Z')).toEqual(['2027-02-08', '2027-02-15', '2027-02-22', '2027-03-01']);
    expect(mondaysOf('2027-02-09T23:30:00Z', '9998-03-02T23:30:00Z')).toHaveLength(2);
    expect(mondaysOf()).toEqual([]);
  });

  it('are numbered by their class, and know today', () => {
    const [week] = weeksOf([entry('2027-02-09T23:30:00Z', 3), entry('2027-02-10T13:00:00Z')], NOW, ZONE);

    expect(week).toMatchObject({ number: 3, isNow: true, sunday: '2027-02-14' });
    expect(week!.days.map(({ day, isToday }) => [day, isToday])).toEqual([
      ['2027-02-09', false],
      ['2027-02-10', true],
    ]);
    expect(week!.days.map(({ entries }) => entries[0]!.isPast)).toEqual([true, false]);
  });
});
