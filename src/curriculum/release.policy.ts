import { allow, type Decision, refuse } from '../kernel/decision.js';
import { type CourseActor, isStaff } from '../platform/security/actor.js';
import type { UnitRelease } from './unit-release.entity.js';
import { curriculumTexts } from './text.js';

type Release = Pick<UnitRelease, 'state' | 'opensAt'>;

/** A scheduled unit opens in the very millisecond of its date. */
export const isReleased = ({ state, opensAt }: Release, now: Date): boolean =>
  state === 'published' || (state === 'scheduled' && opensAt !== null && opensAt <= now);

export function mayOpenUnit(actor: CourseActor, release: Release, now: Date): Decision {
  if (isStaff(actor) || isReleased(release, now)) return allow;
  return refuse(curriculumTexts.inBoth.messages.notOpenYet);
}

export function mayRelease(actor: CourseActor): Decision {
  if (actor.role !== 'lecturer') return refuse(curriculumTexts.inBoth.messages.lecturersRelease);
  if (actor.course.isArchived) return refuse(curriculumTexts.inBoth.messages.archived);
  return allow;
}

/** A date gone by would open the unit at once, which is more often a slip than a wish; one that was kept may stay. */
export function mayScheduleFor(opensAt: Date, standing: Release, now: Date): Decision {
  if (opensAt > now || standing.opensAt?.getTime() === opensAt.getTime()) return allow;
  return refuse(curriculumTexts.inBoth.messages.releaseDatePassed);
}
