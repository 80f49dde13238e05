import { roundPoints } from '../kernel/points.js';
import { sameHourLater } from '../platform/clock/zoned.js';
import type { AssignmentSpec } from './assignment-file.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export type LateRule = AssignmentSpec['late'];

/**
 * Days late, a begun day counting whole; 0 on time. Work that arrives in the very millisecond of the deadline is on time.
 * A day ends at the deadline's hour in the course's zone: the day on which the clocks go back has 25 hours, and nobody pays for the last.
 */
export function daysLate(handedInAt: Date, dueAt: Date, zone: string): number {
  if (handedInAt <= dueAt) return 0;
  // Counting by 24 hours says too much by one day at most; from there the calendar decides.
  let days = Math.max(1, Math.ceil((handedInAt.getTime() - dueAt.getTime()) / DAY_MS) - 1);
  while (sameHourLater(dueAt, days, zone) < handedInAt) days += 1;
  return days;
}

/** The last instant at which late work is still taken. */
export const closesAt = (dueAt: Date, rule: LateRule, zone: string): Date => sameHourLater(dueAt, rule.days, zone);

/**
 * What lateness takes off, in points: `percent_per_day` of what the work earned, for each day or part of a day;
 * after the last day everything. Never more than was earned.
 */
export function lateDeduction(earned: number, days: number, rule: LateRule): number {
  if (days === 0) return 0;
  if (days > rule.days) return earned;
  return roundPoints(Math.min(earned, (earned * rule.percent_per_day * days) / 100));
}
