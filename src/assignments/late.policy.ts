import { roundPoints } from '../kernel/points.js';
import type { AssignmentSpec } from './assignment-file.js';

const DAY = 24 * 60 * 60 * 1000;

export type LateRule = AssignmentSpec['late'];

/** Days late, a begun day counting whole; 0 on time. Work that arrives in the very millisecond of the deadline is on time. */
export const daysLate = (handedInAt: Date, dueAt: Date): number => Math.max(0, Math.ceil((handedInAt.getTime() - dueAt.getTime()) / DAY));

/** The last instant at which late work is still taken. */
export const closesAt = (dueAt: Date, rule: LateRule): Date => new Date(dueAt.getTime() + rule.days * DAY);

/**
 * What lateness takes off, in points: `percent_per_day` of what the work earned, for each day or part of a day;
 * after the last day everything. Never more than was earned.
 */
export function lateDeduction(earned: number, days: number, rule: LateRule): number {
  if (days === 0) return 0;
  if (days > rule.days) return earned;
  return roundPoints(Math.min(earned, (earned * rule.percent_per_day * days) / 100));
}
