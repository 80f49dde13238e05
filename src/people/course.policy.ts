import { allow, type Decision, refuse } from '../kernel/decision.js';
import type { CourseActor } from '../platform/security/actor.js';

/** Whether somebody may set the dates of a course: its classes, its deadlines, its zone. */
export function mayArrange({ role, course }: Pick<CourseActor, 'role' | 'course'>): Decision {
  if (role !== 'lecturer')
    return refuse({ fr: 'Les responsables du cours en fixent les dates.', en: 'The lecturers of the course set its dates.' });
  if (course.isArchived)
    return refuse({ fr: 'Ce cours est archivé : rien n’y change plus.', en: 'This course is archived: nothing changes in it any more.' });
  return allow;
}
