import { addDays, type Day, dayOf, daysBetween, mondayOf } from '../../platform/clock/zoned.js';
import type { CalendarEntry } from './entry.js';

/** A week as the calendar lists it, from Monday to Sunday in the course's zone. */
export interface CalendarWeek {
  readonly monday: Day;
  readonly sunday: Day;
  /** Of its class; null in a week without one. */
  readonly number: number | null;
  readonly isNow: boolean;
  readonly days: readonly CalendarDay[];
}

export interface CalendarDay {
  readonly day: Day;
  readonly isToday: boolean;
  readonly entries: readonly (CalendarEntry & { readonly isPast: boolean })[];
}

/** A pause of so many weeks is worth seeing; one that is longer is no part of a term. */
const LONGEST_PAUSE_WEEKS = 4;

/** The weeks that have a date, and the pauses between them. */
export function weeksOf(entries: readonly CalendarEntry[], now: Date, zone: string): CalendarWeek[] {
  const taken = [...new Set(entries.map(({ startsAt }) => mondayOf(dayOf(startsAt, zone))))];
  return taken
    .flatMap((monday, index) => [...pauseAfter(taken[index - 1], monday), monday])
    .map((monday) => weekOf(monday, { entries, now, zone }));
}

function pauseAfter(last: Day | undefined, next: Day): Day[] {
  const weeks = last ? daysBetween(last, next) / 7 - 1 : 0;
  return weeks > LONGEST_PAUSE_WEEKS ? [] : Array.from({ length: weeks }, (_, index) => addDays(last!, (index + 1) * 7));
}

interface Listed {
  readonly entries: readonly CalendarEntry[];
  readonly now: Date;
  readonly zone: string;
}

function weekOf(monday: Day, { entries, now, zone }: Listed): CalendarWeek {
  const [sunday, today] = [addDays(monday, 6), dayOf(now, zone)];
  const within = entries.map((entry) => ({ ...entry, day: dayOf(entry.startsAt, zone), isPast: (entry.endsAt ?? entry.startsAt) < now }));
  const here = within.filter(({ day }) => day >= monday && day <= sunday);
  const days = [...new Set(here.map(({ day }) => day))];
  return {
    monday,
    sunday,
    isNow: today >= monday && today <= sunday,
    number: here.find(({ week }) => week !== null)?.week ?? null,
    days: days.map((day) => ({ day, isToday: day === today, entries: here.filter((entry) => entry.day === day) })),
  };
}
