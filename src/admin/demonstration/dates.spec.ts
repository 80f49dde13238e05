import { closesAt } from '../../assignments/index.js';
import { dayOf, localOf, mondayOf, weekdayOf } from '../../platform/clock/zoned.js';
import { planMeetings, planStages } from '../../course-settings/index.js';
import { demonstrationStages, demonstrationTimetable, momentsOf, secondDeadline } from './dates.js';

const HOUR_MS = 60 * 60 * 1000;
const ZONE = 'America/Toronto';
const due = (key: string, week: number) => ({ key, due: { week, weekday: 'sunday' as const, time: '23:59' } });
const ASKED = [due('proposal', 4), due('grid', 8), due('analysis', 10), due('report', 12)];
const RULE = { percent_per_day: 10, days: 3, tokens: 1, token_hours: 24 };

/** Every fifth hour of a week around each change of time, and of two ordinary weeks. */
const NOWS = ['2026-10-29', '2027-03-11', '2027-01-04', '2026-06-29'].flatMap((day) =>
  Array.from({ length: 34 }, (_, step) => new Date(Date.parse(`${day}T00:30:00Z`) + step * 5 * HOUR_MS)),
);

/** The demonstration as it would be made at that moment. */
function at(now: Date) {
  const timetable = demonstrationTimetable(now);
  const stages = demonstrationStages(now, planStages(timetable, ASKED));
  return { timetable, stages, meetings: planMeetings(timetable), moments: momentsOf(now, stages) };
}

describe('the demonstration, whatever the day and hour it is made', () => {
  it('is in its sixth week: five classes are over, and the sixth is today, or was on Friday', () => {
    for (const now of NOWS) {
      const { meetings } = at(now);
      const daysAhead = (Date.parse(dayOf(meetings[5]!.startsAt, ZONE)) - Date.parse(dayOf(now, ZONE))) / (24 * HOUR_MS);

      expect(meetings[4]!.endsAt < now).toBe(true);
      expect([0, -1, -2]).toContain(daysAhead);
      expect(mondayOf(dayOf(meetings[5]!.startsAt, ZONE))).toBe(mondayOf(dayOf(now, ZONE)));
      expect(weekdayOf(dayOf(meetings[0]!.startsAt, ZONE))).toBeLessThanOrEqual(5);
      expect(localOf(meetings[0]!.startsAt, ZONE)).toMatch(/T18:30$/);
    }
  });

  it('takes late work at its second stage for a day at least, and has the next stage well ahead', () => {
    for (const now of NOWS) {
      const { stages } = at(now);
      const sincedue = now.getTime() - secondDeadline(now).getTime();

      expect(sincedue).toBeGreaterThanOrEqual(11 * HOUR_MS);
      expect(closesAt(stages.get('grid')!.dueAt, RULE, ZONE).getTime() - now.getTime()).toBeGreaterThan(24 * HOUR_MS);
      expect(stages.get('analysis')!.dueAt.getTime() - now.getTime()).toBeGreaterThan(14 * 24 * HOUR_MS);
      for (const { opensAt, dueAt } of stages.values()) expect(dueAt.getTime() - opensAt.getTime()).toBeGreaterThan(2 * 24 * HOUR_MS);
    }
  });

  it('has only what is past behind it, in an order that makes sense', () => {
    for (const now of NOWS) {
      const { stages, moments, meetings } = at(now);
      const order = [
        meetings[0]!.startsAt,
        moments.teamsMade,
        moments.first(49),
        stages.get('proposal')!.dueAt,
        moments.first(-5),
        moments.firstGraded,
        moments.firstPosted,
      ];
      const second = [
        stages.get('grid')!.opensAt,
        moments.second(30),
        stages.get('grid')!.dueAt,
        moments.second(-8),
        moments.secondGrading,
        now,
      ];

      expect([...order].sort((a, b) => a.getTime() - b.getTime())).toEqual(order);
      expect([...second].sort((a, b) => a.getTime() - b.getTime())).toEqual(second);
      expect(moments.drafting > stages.get('grid')!.opensAt).toBe(true);
    }
  });
});
