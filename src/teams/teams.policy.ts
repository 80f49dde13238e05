import { allow, type Decision, refuse } from '../kernel/decision.js';
import type { Localised } from '../kernel/localised.js';
import type { CourseActor } from '../platform/security/actor.js';
import type { Team } from './team.js';
import { inBoth, type TeamText } from './text.js';

type Seeker = Pick<CourseActor, 'role' | 'sectionIds' | 'course'>;

export function mayJoin(actor: Seeker, team: Team, mine: Team | null): Decision {
  const entry = mayEnter(actor, mine);
  if (!entry.allowed) return entry;
  if (!actor.sectionIds.includes(team.sectionId)) return refuse(say((t) => t.otherSection));
  if (team.lockedAt) return refuse(say((t) => t.locked));
  if (team.members.length >= team.seats) return refuse(say((t) => t.full));
  return allow;
}

export const mayCreate = (actor: Seeker, mine: Team | null): Decision => mayEnter(actor, mine);

export function mayLeave(actor: Pick<CourseActor, 'id' | 'course'>, team: Team): Decision {
  if (actor.course.isArchived) return refuse(say((t) => t.archived));
  if (!team.members.some(({ id }) => id === actor.id)) return refuse(say((t) => t.notIn));
  return team.lockedAt ? refuse(say((t) => t.lockedForLeaving)) : allow;
}

function mayEnter(actor: Seeker, mine: Team | null): Decision {
  if (actor.course.isArchived) return refuse(say((t) => t.archived));
  if (actor.role !== 'student') return refuse(say((t) => t.studentsOnly));
  return mine ? refuse(say((t) => t.alreadyIn)) : allow;
}

const say = (pick: (texts: TeamText['refusals']) => string): Localised => inBoth((texts) => pick(texts.refusals));
