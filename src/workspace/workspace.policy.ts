import { allow, type Decision, refuse } from '../kernel/decision.js';
import type { CourseActor } from '../platform/security/actor.js';
import { workspaceTexts } from './text.js';

/** Whether somebody may change what stands in their team's worksheet; whoever may not still reads it. */
export function mayFill(actor: Pick<CourseActor, 'role' | 'course'>): Decision {
  if (actor.role !== 'student') return refuse(workspaceTexts.inBoth.refusals.studentsOnly);
  return actor.course.isArchived ? refuse(workspaceTexts.inBoth.refusals.archived) : allow;
}
