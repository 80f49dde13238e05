const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Work that was begun before the deadline may take so long to arrive, and is on time: nobody is told they are late meanwhile. */
const ARRIVAL_MS = HOUR_MS;

/** What a reminder says: there is a week at most, a day at most, or the deadline has passed. */
export type ReminderKind = 'week' | 'day' | 'passed';

export interface Deadline {
  readonly opensAt: Date;
  readonly dueAt: Date;
  /** The last instant at which late work is still taken. */
  readonly closesAt: Date;
}

/**
 * Which reminder holds now: asked of the clock, not of the last round, so that a time when nothing ran loses none that still helps
 * and brings back none that no longer does.
 */
export function reminderAt({ opensAt, dueAt, closesAt }: Deadline, now: Date): ReminderKind | null {
  if (opensAt > now) return null;
  const left = dueAt.getTime() - now.getTime();
  if (left > 7 * DAY_MS) return null;
  if (left > DAY_MS) return 'week';
  if (left > 0) return 'day';
  if (-left < ARRIVAL_MS) return null;
  return now.getTime() < Math.max(closesAt.getTime(), dueAt.getTime() + DAY_MS) ? 'passed' : null;
}

/** In whole days, to the nearest: the date beside it is exact. */
export const daysLeft = (dueAt: Date, now: Date): number => Math.round((dueAt.getTime() - now.getTime()) / DAY_MS);
