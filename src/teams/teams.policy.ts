import { allow, type Decision, refuse } from '../kernel/decision.js';
import type { CourseActor } from '../platform/security/actor.js';
import type { Team } from './team.js';
import { teamTexts } from './text.js';

type Seeker = Pick<CourseActor, 'role' | 'sectionIds' | 'course'>;

export function mayJoin(actor: Seeker, team: Team, mine: Team | null): Decision {
  const entry = mayEnter(actor, mine);
  if (!entry.allowed) return entry;
  if (!actor.sectionIds.includes(team.sectionId)) return refuse(teamTexts.inBoth.refusals.otherSection);
  if (team.lockedAt) return refuse(teamTexts.inBoth.refusals.locked);
  if (team.members.length >= team.seats) return refuse(teamTexts.inBoth.refusals.full);
  return allow;
}

export const mayCreate = (actor: Seeker, mine: Team | null): Decision => mayEnter(actor, mine);

export function mayLeave(actor: Pick<CourseActor, 'id' | 'course'>, team: Team): Decision {
  if (actor.course.isArchived) return refuse(teamTexts.inBoth.refusals.archived);
  if (!team.members.some(({ id }) => id === actor.id)) return refuse(teamTexts.inBoth.refusals.notIn);
  return team.lockedAt ? refuse(teamTexts.inBoth.refusals.lockedForLeaving) : allow;
}

function mayEnter(actor: Seeker, mine: Team | null): Decision {
  if (actor.course.isArchived) return refuse(teamTexts.inBoth.refusals.archived);
  if (actor.role !== 'student') return refuse(teamTexts.inBoth.refusals.studentsOnly);
  return mine ? refuse(teamTexts.inBoth.refusals.alreadyIn) : allow;
}
