import { allow, type Decision, refuse } from '../../../kernel/decision.js';
import type { CourseActor } from '../../../platform/security/actor.js';
import { studyTexts } from '../text.js';

const ARCHIVED = studyTexts.inBoth.messages.triesArchived;

/** Whoever may open the unit may try, the teaching team too. */
export const mayTry = ({ course }: CourseActor): Decision => (course.isArchived ? refuse(ARCHIVED) : allow);

export function mayDecideCounting(actor: CourseActor): Decision {
  if (actor.role !== 'lecturer') return refuse(studyTexts.inBoth.messages.lecturersCount);
  return mayTry(actor);
}
