import { allow, type Decision, refuse } from '../kernel/decision.js';
import type { CourseActor } from '../platform/security/actor.js';
import { peopleTexts } from './text.js';

/** Whether somebody may set the dates of a course: its classes, its deadlines, its zone. */
export function mayArrange({ role, course }: Pick<CourseActor, 'role' | 'course'>): Decision {
  if (role !== 'lecturer') return refuse(peopleTexts.inBoth.messages.lecturersArrange);
  if (course.isArchived) return refuse(peopleTexts.inBoth.messages.archived);
  return allow;
}
