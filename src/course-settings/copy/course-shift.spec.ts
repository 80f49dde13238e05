import { localOf } from '../../platform/clock/zoned.js';
import { shiftClass, shiftDate, shiftOf, shiftStage } from './course-shift.js';

const ZONE = 'America/Toronto';
const at = (text: string): Date => new Date(text);

describe('a course moved to another term', () => {
  it.each([
    ['from summer time into winter time', '2026-09-15', '2027-01-12', '2026-09-15T22:30:00Z', '2027-01-12T23:30:00Z'],
    ['onto the day the clocks go back', '2026-09-06', '2026-11-01', '2026-09-06T22:30:00Z', '2026-11-01T23:30:00Z'],
    ['onto the day before', '2026-09-05', '2026-10-31', '2026-09-05T22:30:00Z', '2026-10-31T22:30:00Z'],
    ['onto the day the clocks go forward', '2027-01-10', '2027-03-14', '2027-01-10T23:30:00Z', '2027-03-14T22:30:00Z'],
    ['from the day the clocks go forward', '2027-03-14', '2028-01-16', '2027-03-14T22:30:00Z', '2028-01-16T23:30:00Z'],
    ['to an earlier term', '2027-03-16', '2026-11-03', '2027-03-16T22:30:00Z', '2026-11-03T23:30:00Z'],
  ])('keeps half past six in the evening, %s', (_, from, to, before, after) => {
    const moved = shiftClass(at(before), shiftOf(from, to, ZONE));

    expect(moved).toEqual(at(after));
    expect(localOf(moved, ZONE)).toBe(`${to}T18:30`);
  });

  it('keeps a Sunday deadline on its Sunday when the classes change their weekday', () => {
    // Tuesdays become Fridays.
    const shift = shiftOf('2027-01-12', '2027-09-10', ZONE);
    const classes = [at('2027-01-12T23:30:00Z')];

    expect(localOf(shiftDate(at('2027-02-08T04:59:00Z'), shift, classes), ZONE)).toBe('2027-10-03T23:59');
    expect(localOf(shiftDate(classes[0]!, shift, classes), ZONE)).toBe('2027-09-10T18:30');
  });

  it('moves a stage as one piece where it would be due before it opens', () => {
    const shift = shiftOf('2027-01-12', '2027-09-10', ZONE);
    const classes = [at('2027-01-12T23:30:00Z')];

    const { opensAt, dueAt } = shiftStage({ opensAt: classes[0]!, dueAt: at('2027-01-14T04:59:00Z') }, shift, classes);

    expect([localOf(opensAt, ZONE), localOf(dueAt, ZONE)]).toEqual(['2027-09-10T18:30', '2027-09-11T23:59']);
  });
});
