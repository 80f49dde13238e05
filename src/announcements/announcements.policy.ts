import { allow, type Decision, refuse } from '../kernel/decision.js';
import type { CourseActor } from '../platform/security/actor.js';
import { type Announcement, stateOf } from './announcement.js';

export function mayAnnounce(actor: CourseActor): Decision {
  if (actor.role !== 'lecturer')
    return refuse({ fr: 'Les responsables du cours écrivent les annonces.', en: 'The lecturers of the course write announcements.' });
  if (actor.course.isArchived)
    return refuse({ fr: 'Ce cours est archivé : rien n’y change plus.', en: 'This course is archived: nothing changes in it any more.' });
  return allow;
}

/** Editing and withdrawing alike: what was withdrawn stays as it was. */
export function mayChange(actor: CourseActor, announcement: Pick<Announcement, 'publishedAt' | 'withdrawnAt'>): Decision {
  const may = mayAnnounce(actor);
  if (!may.allowed || stateOf(announcement) !== 'withdrawn') return may;
  return refuse({
    fr: 'Cette annonce est retirée. Écrivez-en une autre.',
    en: 'This announcement was withdrawn. Write another one.',
  });
}

/** A date gone by would publish at once, which is more often a slip than a wish. */
export function mayPublishAt(at: Date, now: Date): Decision {
  if (at > now) return allow;
  return refuse({
    fr: 'Cette date est passée. Choisissez une date à venir, ou « Maintenant ».',
    en: 'This date has passed. Choose one to come, or “Now”.',
  });
}
