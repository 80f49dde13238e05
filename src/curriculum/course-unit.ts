import type { CourseActor } from '../platform/security/actor.js';
import type { CoursePlan, Release } from './plan.queries.js';
import { mayOpenUnit } from './release.policy.js';
import type { Unit } from './unit-file.js';

/** A unit as one person of a course finds it. */
export interface CourseUnit extends Unit {
  readonly release: Release;
  /** Whether they may open its page. */
  readonly isOpen: boolean;
  /** When it opens to students, where that is known and still to come. */
  readonly opensAt: Date | null;
}

export function courseUnit(unit: Unit, actor: CourseActor, plan: CoursePlan): CourseUnit {
  const release = plan.releaseOf(unit.key);
  const isToCome = release.opensAt !== null && release.opensAt > plan.now;
  return { ...unit, release, isOpen: mayOpenUnit(actor, release, plan.now).allowed, opensAt: isToCome ? release.opensAt : null };
}
