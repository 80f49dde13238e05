import { allow, type Decision, refuse } from '../kernel/decision.js';
import { type CourseActor, isStaff } from '../platform/security/actor.js';
import type { UnitRelease } from './unit-release.entity.js';

type Release = Pick<UnitRelease, 'state' | 'opensAt'>;

/** A scheduled unit opens in the very millisecond of its date. */
export const isReleased = ({ state, opensAt }: Release, now: Date): boolean =>
  state === 'published' || (state === 'scheduled' && opensAt !== null && opensAt <= now);

export function mayOpenUnit(actor: CourseActor, release: Release, now: Date): Decision {
  if (isStaff(actor) || isReleased(release, now)) return allow;
  return refuse({ fr: 'Ce module n’est pas encore ouvert.', en: 'This unit is not open yet.' });
}

export function mayRelease(actor: CourseActor): Decision {
  if (actor.role !== 'lecturer')
    return refuse({ fr: 'Les responsables du cours ouvrent les modules.', en: 'The lecturers of the course release units.' });
  if (actor.course.isArchived)
    return refuse({ fr: 'Ce cours est archivé : rien n’y change plus.', en: 'This course is archived: nothing changes in it any more.' });
  return allow;
}

/** A date gone by would open the unit at once, which is more often a slip than a wish; one that was kept may stay. */
export function mayScheduleFor(opensAt: Date, standing: Release, now: Date): Decision {
  if (opensAt > now || standing.opensAt?.getTime() === opensAt.getTime()) return allow;
  return refuse({
    fr: 'Cette date est passée. Choisissez une date à venir, ou « Publié » pour ouvrir tout de suite.',
    en: 'This date has passed. Choose one to come, or “Published” to open at once.',
  });
}
