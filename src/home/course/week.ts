import type { ClassMeeting } from '../../curriculum/index.js';
import { addDays, type Day, dayOf, mondayOf } from '../../platform/clock/zoned.js';

/** A week of the course, from Monday to Sunday in its zone. */
export interface CourseWeek {
  readonly number: number;
  /** How many weeks the course has. */
  readonly of: number;
  readonly monday: Day;
  readonly sunday: Day;
  readonly meeting: ClassMeeting;
  /** `coming`: the course, or the week after a break, has not begun. `over`: this was the last one. */
  readonly phase: 'coming' | 'now' | 'over';
}

/** The week the course is in, else the next one, else its last; null where no class is planned. */
export function weekAt(meetings: readonly ClassMeeting[], now: Date, zone: string): CourseWeek | null {
  const today = dayOf(now, zone);
  const weeks = meetings.map((meeting) => ({ meeting, monday: mondayOf(meeting.day) }));
  const found = weeks.find(({ monday }) => addDays(monday, 6) >= today) ?? weeks.at(-1);
  if (!found) return null;
  const { meeting, monday } = found;
  const sunday = addDays(monday, 6);
  const phase = today < monday ? 'coming' : today > sunday ? 'over' : 'now';
  return { number: meeting.week, of: Math.max(...meetings.map(({ week }) => week)), monday, sunday, meeting, phase };
}

/** The class that goes on, or else the first to come; one that is cancelled is no class. */
export const nextClassOf = (meetings: readonly ClassMeeting[], now: Date): ClassMeeting | null =>
  meetings.find(({ endsAt, isCancelled }) => endsAt > now && !isCancelled) ?? null;
