import { allow, type Decision, refuse } from '../kernel/decision.js';
import type { CourseActor } from '../platform/security/actor.js';
import { type Announcement, stateOf } from './announcement.js';
import { announceTexts } from './text.js';

export function mayAnnounce(actor: CourseActor): Decision {
  if (actor.role !== 'lecturer') return refuse(announceTexts.inBoth.messages.lecturersAnnounce);
  if (actor.course.isArchived) return refuse(announceTexts.inBoth.messages.archived);
  return allow;
}

/** Editing and withdrawing alike: what was withdrawn stays as it was. */
export function mayChange(actor: CourseActor, announcement: Pick<Announcement, 'publishedAt' | 'withdrawnAt'>): Decision {
  const may = mayAnnounce(actor);
  if (!may.allowed || stateOf(announcement) !== 'withdrawn') return may;
  return refuse(announceTexts.inBoth.messages.withdrawn);
}

/** A date gone by would publish at once, which is more often a slip than a wish. */
export function mayPublishAt(at: Date, now: Date): Decision {
  if (at > now) return allow;
  return refuse(announceTexts.inBoth.messages.publicationDatePassed);
}
