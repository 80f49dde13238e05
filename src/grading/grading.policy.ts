import { allow, type Decision, refuse } from '../kernel/decision.js';
import type { CourseActor } from '../platform/security/actor.js';
import { gradingTexts } from './text.js';

const because = (key: keyof (typeof gradingTexts)['fr']['refusals']): Decision => refuse(gradingTexts.inBoth.refusals[key]);

/** Grading belongs to the people who teach the section, as long as the course runs. */
export function mayGrade(actor: CourseActor, work: { readonly sectionId: string }): Decision {
  if (actor.role === 'student') return because('students');
  if (!actor.sectionIds.includes(work.sectionId)) return because('otherSection');
  return actor.course.isArchived ? because('archived') : allow;
}

/** Whether there can be a next item for this person at all: some section of theirs, in a course that runs. */
export const mayGradeOn = (actor: CourseActor): Decision => mayGrade(actor, { sectionId: actor.sectionIds[0] ?? '' });

/** Who shows marks answers for them: the lecturer of the course, as long as it runs. */
export function mayPost(actor: CourseActor): Decision {
  if (actor.role !== 'lecturer') return because('lecturersPost');
  return actor.course.isArchived ? because('archived') : allow;
}

/** Levels of the gate under which a mark is not shown before the matter is settled with the team. */
const WITHHOLDING: readonly (string | null)[] = ['serious', 'fraud'];

/** A posting shows the mark of work whose latest attempt is graded to the end, unless its integrity is in question. */
export function isToBePosted(
  assessment: { readonly state: 'draft' | 'finished'; readonly gateLevel: string | null } | null,
): 'yes' | 'unfinished' | 'withheld' {
  if (assessment?.state !== 'finished') return 'unfinished';
  return WITHHOLDING.includes(assessment.gateLevel) ? 'withheld' : 'yes';
}
