import { addDays, type Day, dayOf, instantOf, weekdayOf } from '../../platform/clock/zoned.js';
import type { StageDates, Timetable } from '../../course-settings/index.js';

const ZONE = 'America/Toronto';
const HOUR_MS = 60 * 60 * 1000;

/** Always in the sixth week of the term: the first class was five weeks ago, or on the Friday before where that was a weekend. */
export function demonstrationTimetable(now: Date): Timetable {
  const fiveWeeksAgo = addDays(dayOf(now, ZONE), -35);
  const weekday = weekdayOf(fiveWeeksAgo);
  return { firstDay: weekday > 5 ? addDays(fiveWeeksAgo, 5 - weekday) : fiveWeeksAgo, from: '18:30', to: '21:30', zone: ZONE };
}

/** The deadline of the second stage: the last midnight that is at least half a day past, so that late work is still taken for two days. */
export function secondDeadline(now: Date): Date {
  const yesterday: Day = addDays(dayOf(now, ZONE), -1);
  const last = instantOf(yesterday, '23:59', ZONE);
  return now.getTime() - last.getTime() >= 12 * HOUR_MS ? last : instantOf(addDays(yesterday, -1), '23:59', ZONE);
}

/** The calendar's dates, but for the second stage, which is due early enough to have something to grade. */
export function demonstrationStages(now: Date, planned: ReadonlyMap<string, StageDates>): ReadonlyMap<string, StageDates> {
  const dueAt = secondDeadline(now);
  return new Map(
    [...planned].map(([key, dates]) => {
      if (key === 'grid') return [key, { opensAt: dates.opensAt, dueAt }];
      return key === 'analysis' ? [key, { opensAt: dueAt, dueAt: dates.dueAt }] : [key, dates];
    }),
  );
}

/** When things happened in the class so far: all of it past, in this order. */
export function momentsOf(now: Date, stages: ReadonlyMap<string, StageDates>) {
  const before = (instant: Date, hours: number): Date => new Date(instant.getTime() - hours * HOUR_MS);
  const [first, second] = [stages.get('proposal')!.dueAt, stages.get('grid')!.dueAt];
  const threeDaysAgo = addDays(dayOf(now, ZONE), -3);
  return {
    teamsMade: before(first, 18 * 24),
    /** So many hours before the first deadline; less than none is late. */
    first: (hours: number): Date => before(first, hours),
    // A person's hours, whatever the hour of the load: the mails of a posting bear its time.
    firstGraded: instantOf(threeDaysAgo, '14:20', ZONE),
    firstPosted: instantOf(threeDaysAgo, '16:05', ZONE),
    marksAnnounced: instantOf(threeDaysAgo, '16:20', ZONE),
    computerAnnounced: instantOf(addDays(threeDaysAgo, 2), '08:40', ZONE),
    roomAnnounced: instantOf(addDays(threeDaysAgo, 5), '08:00', ZONE),
    second: (hours: number): Date => before(second, hours),
    drafting: before(now, 5),
    secondGrading: before(now, 2),
  };
}
export type Moments = ReturnType<typeof momentsOf>;
