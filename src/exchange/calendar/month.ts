import { addDays, type Day, weekdayOf } from '../../platform/clock/zoned.js';

export interface MonthDay {
  readonly day: Day;
  readonly number: number;
  readonly isToday: boolean;
  readonly hasClass: boolean;
  readonly isDue: boolean;
}

/** A month as a wall calendar has it: weeks of seven days, from Monday, empty where the day is another month's. */
export interface Month {
  /** `2027-02`, as addresses name it. */
  readonly key: string;
  readonly first: Day;
  readonly previous: string;
  readonly next: string;
  readonly weeks: readonly (readonly (MonthDay | null)[])[];
}

export interface MarkedDays {
  readonly today: Day;
  readonly classes: ReadonlySet<Day>;
  readonly dues: ReadonlySet<Day>;
}

/** The month an address asks for, or the present one where it asks for none that a course could lie in. */
export const monthAsked = (asked: unknown, today: Day): string =>
  typeof asked === 'string' && /^20\d\d-(?:0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);

export function monthOf(key: string, marks: MarkedDays): Month {
  const first = `${key}-01`;
  const next = addDays(first, 31).slice(0, 7);
  const days: (MonthDay | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null);
  for (let day = first; day.slice(0, 7) === key; day = addDays(day, 1)) days.push(marked(day, marks));
  while (days.length % 7 > 0) days.push(null);
  return { key, first, previous: addDays(first, -1).slice(0, 7), next, weeks: inSevens(days) };
}

const marked = (day: Day, { today, classes, dues }: MarkedDays): MonthDay => ({
  day,
  number: Number(day.slice(8)),
  isToday: day === today,
  hasClass: classes.has(day),
  isDue: dues.has(day),
});

const inSevens = <T>(days: readonly T[]): T[][] => Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
