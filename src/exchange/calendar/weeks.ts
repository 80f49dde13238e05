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

/** The weeks from the first date to the last, those with nothing in them too: a pause is worth seeing. */
export function weeksOf(entries: readonly CalendarEntry[], now: Date, zone: string): CalendarWeek[] {
  const days = entries.map(({ startsAt }) => dayOf(startsAt, zone));
  if (days.length === 0) return [];
  const [first, last] = [mondayOf(days[0]!), mondayOf(days.at(-1)!)];
  const mondays = Array.from({ length: daysBetween(first, last) / 7 + 1 }, (_, place) => addDays(first, place * 7));
  return mondays.map((monday) => weekOf(monday, { entries, now, zone }));
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
    ...{ monday, sunday, isNow: today >= monday && today <= sunday },
    number: here.find(({ week }) => week !== null)?.week ?? null,
    days: days.map((day) => ({ day, isToday: day === today, entries: here.filter((entry) => entry.day === day) })),
  };
}
