import { addDays, dayOf, instantOf, localOf, mondayOf, readLocal, weekdayOf } from './zoned.js';

const TORONTO = 'America/Toronto';
const once = (at: string) => ({ kind: 'once', at: new Date(at) });

describe('what a typed day and hour means', () => {
  it.each([
    ['in winter', '2027-02-09T18:30', TORONTO, once('2027-02-09T23:30:00Z')],
    ['in summer', '2026-07-01T18:30', TORONTO, once('2026-07-01T22:30:00Z')],
    ['under the old name of the zone', '2026-07-01T18:30', 'America/Montreal', once('2026-07-01T22:30:00Z')],
    ['in another zone', '2026-07-01T18:30', 'Europe/Paris', once('2026-07-01T16:30:00Z')],
    ['with seconds', '2027-02-09T18:30:15', TORONTO, once('2027-02-09T23:30:15Z')],
    ['in the last minute before the clocks go forward', '2027-03-14T01:59', TORONTO, once('2027-03-14T06:59:00Z')],
    ['in the hour the clocks jump over', '2027-03-14T02:30', TORONTO, { kind: 'never' }],
    ['in the first minute after the jump', '2027-03-14T03:00', TORONTO, once('2027-03-14T07:00:00Z')],
    ['in the last minute before the clocks go back', '2026-11-01T00:59', TORONTO, once('2026-11-01T04:59:00Z')],
    [
      'in the hour that comes twice',
      '2026-11-01T01:30',
      TORONTO,
      { kind: 'twice', first: new Date('2026-11-01T05:30:00Z'), second: new Date('2026-11-01T06:30:00Z') },
    ],
    ['in the first minute that comes once again', '2026-11-01T02:00', TORONTO, once('2026-11-01T07:00:00Z')],
  ])('%s: %s in %s', (_, local, zone, meaning) => {
    expect(readLocal(local, zone)).toEqual(meaning);
  });

  it.each(['', 'demain', '2027-02-30T10:00', '2027-02-09', '2027-02-09T25:00', '2027-02-09T18:30Z', '2027-02-09T18:30+05:00'])(
    'nothing: “%s”',
    (typed) => {
      expect(readLocal(typed, TORONTO)).toBeNull();
    },
  );
});

it.each([
  ['2027-02-09', '18:30', '2027-02-09T23:30:00Z'],
  ['2027-03-14', '02:30', '2027-03-14T07:30:00Z'],
  ['2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
  ['2026-11-01', '23:59', '2026-11-02T04:59:00Z'],
])('on %s the hour %s is the instant %s', (day, time, instant) => {
  expect(instantOf(day, time, TORONTO)).toEqual(new Date(instant));
});

it('writes an instant as its field shows it, and reads it back', () => {
  expect(localOf(new Date('2027-02-09T23:30:00Z'), TORONTO)).toBe('2027-02-09T18:30');
  expect(dayOf(new Date('2027-02-10T04:59:59.999Z'), TORONTO)).toBe('2027-02-09');
  expect(dayOf(new Date('2027-02-10T05:00:00Z'), TORONTO)).toBe('2027-02-10');
});

it('knows weeks, over the ends of months and changes of time', () => {
  expect([weekdayOf('2027-02-08'), weekdayOf('2027-02-14')]).toEqual([1, 7]);
  expect(mondayOf('2027-03-14')).toBe('2027-03-08');
  expect(mondayOf('2027-03-08')).toBe('2027-03-08');
  expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
});

it.each(['2026-10-31', '2027-03-13'])('finds every instant again in what it was written as, over the change of time after %s', (day) => {
  const start = Date.parse(`${day}T12:00:00Z`);
  for (let quarter = 0; quarter < 4 * 36; quarter += 1) {
    const instant = new Date(start + quarter * 15 * 60_000);
    const reading = readLocal(localOf(instant, TORONTO), TORONTO);
    const found = reading?.kind === 'twice' ? [reading.first, reading.second] : reading?.kind === 'once' ? [reading.at] : [];
    expect(found).toContainEqual(instant);
  }
});
