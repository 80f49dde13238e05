import { z } from 'zod';
import type { CoursePlan } from '../../curriculum/index.js';
import type { Lang } from '../../kernel/localised.js';
import { addDays, type Day, isDay, isZone, localOf, mondayOf } from '../../platform/clock/zoned.js';
import { type FormResult, readForm } from '../../platform/http/form.js';
import type { Timetable } from '../course/course-plan.js';
import { settingsTexts } from './text.js';

/** What a lecturer wants of the calendar of a course, and of the units with it. */
export interface TimetableWish extends Timetable {
  readonly pauses: readonly Day[];
  /** Schedule each unit's release at the start of its first class. */
  readonly schedulesUnits: boolean;
  /** What the preview showed; empty before there was one. */
  readonly seen: string;
}

export const PAUSES = ['pause_1', 'pause_2', 'pause_3', 'pause_4'] as const;

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;

export const readTimetable = (given: unknown, lang: Lang): FormResult<TimetableWish> => readForm(formIn(lang), given);

function formIn(lang: Lang) {
  const t = settingsTexts[lang].timetable.problems;
  const hour = z.string().trim().regex(HOUR, t.hour);
  const pause = z
    .string()
    .trim()
    .refine((day) => day === '' || isDay(day), t.day)
    .default('');
  const fields = z.strictObject({
    first_day: z.string().trim().refine(isDay, t.day),
    from: hour,
    to: hour,
    zone: z.string().refine(isZone, t.zone),
    pause_1: pause,
    pause_2: pause,
    pause_3: pause,
    pause_4: pause,
    units: z.literal('on').optional(),
    seen: z.string().max(100).default(''),
  });
  return fields
    .refine(({ from, to }) => from < to, { path: ['to'], message: t.order })
    .refine(({ first_day: first, ...form }) => PAUSES.every((name) => !form[name] || mondayOf(form[name]) !== mondayOf(first)), {
      path: ['first_day'],
      message: t.paused,
    })
    .transform(({ first_day: firstDay, from, to, zone, units, seen, ...form }): TimetableWish => ({
      firstDay,
      from,
      to,
      zone,
      seen,
      schedulesUnits: units === 'on',
      pauses: PAUSES.map((name) => form[name]).filter((day) => day !== ''),
    }));
}

/** The wish as fields: in the preview's form, and in its address. */
export function fieldsOf({ firstDay, from, to, zone, pauses, schedulesUnits }: Omit<TimetableWish, 'seen'>): Record<string, string> {
  const named = pauses.slice(0, PAUSES.length).map((day, index) => [PAUSES[index]!, day] as const);
  return { first_day: firstDay, from, to, zone, ...Object.fromEntries(named), ...(schedulesUnits && { units: 'on' }) };
}

/** The timetable that a course seems to follow: the day and the hours of its first class, and the weeks that have none. */
export function timetableIn({ meetings }: Pick<CoursePlan, 'meetings'>, zone: string): Record<string, string> {
  const [first] = meetings;
  if (!first) return { first_day: '', from: '18:30', to: '21:30', zone };
  const hourOf = (instant: Date): string => localOf(instant, zone).slice(11);
  const taught = new Set(meetings.map(({ day }) => mondayOf(day)));
  const pauses: Day[] = [];
  for (let monday = mondayOf(first.day); monday < mondayOf(meetings.at(-1)!.day); monday = addDays(monday, 7))
    if (!taught.has(monday)) pauses.push(monday);
  return fieldsOf({ firstDay: first.day, from: hourOf(first.startsAt), to: hourOf(first.endsAt), zone, pauses, schedulesUnits: false });
}
