import { type Day, daysBetween, mondayOf, sameHourLater } from '../../platform/clock/zoned.js';

/**
 * How the dates of a course move to another term: counted in days of its zone, so that each hour stays the hour it is across
 * every change of time. Classes follow the day of the first one; what is not a class keeps its weekday: a Sunday deadline stays on Sunday.
 */
export interface CourseShift {
  /** Of a class. */
  readonly days: number;
  /** Of everything else, in whole weeks. */
  readonly weekDays: number;
  readonly zone: string;
}

export const shiftOf = (from: Day, to: Day, zone: string): CourseShift => ({
  days: daysBetween(from, to),
  weekDays: daysBetween(mondayOf(from), mondayOf(to)),
  zone,
});

export const shiftClass = (instant: Date, { days, zone }: CourseShift): Date => sameHourLater(instant, days, zone);

/** A date that stands at the start of a class goes with that class; any other keeps its weekday. */
export function shiftDate(instant: Date, shift: CourseShift, classStarts: readonly Date[]): Date {
  const isOfClass = classStarts.some((start) => start.getTime() === instant.getTime());
  return sameHourLater(instant, isOfClass ? shift.days : shift.weekDays, shift.zone);
}

/** Where the weekdays of the two would cross, the stage moves as one piece. */
export function shiftStage(
  { opensAt, dueAt }: { readonly opensAt: Date; readonly dueAt: Date },
  shift: CourseShift,
  classStarts: readonly Date[],
): { opensAt: Date; dueAt: Date } {
  const moved = { opensAt: shiftDate(opensAt, shift, classStarts), dueAt: shiftDate(dueAt, shift, classStarts) };
  if (moved.dueAt > moved.opensAt) return moved;
  return { opensAt: shiftClass(opensAt, shift), dueAt: shiftClass(dueAt, shift) };
}
