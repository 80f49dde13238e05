import { allow, type Decision, refuse } from '../../../kernel/decision.js';
import type { CourseActor } from '../../../platform/security/actor.js';

const ARCHIVED = {
  fr: 'Ce cours est archivé : les essais ne sont plus gardés, et rien n’y change plus.',
  en: 'This course is archived: tries are no longer kept, and nothing changes in it any more.',
};

/** Whoever may open the unit may try, the teaching team too. */
export const mayTry = ({ course }: CourseActor): Decision => (course.isArchived ? refuse(ARCHIVED) : allow);

export function mayDecideCounting(actor: CourseActor): Decision {
  if (actor.role !== 'lecturer')
    return refuse({
      fr: 'Les responsables du cours décident si un essai compte.',
      en: 'The lecturers of the course decide whether a try counts.',
    });
  return mayTry(actor);
}
