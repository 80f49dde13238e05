import type { Lang } from '../kernel/localised.js';

export interface TeamMember {
  readonly id: string;
  readonly name: string;
}

/** A member as mail needs them: for services, never for a page. */
export interface Correspondent extends TeamMember {
  readonly email: string;
  readonly language: Lang | null;
}

/** A team while a transaction keeps everybody in their place. */
export interface HeldTeam {
  readonly lockedAt: Date | null;
  readonly members: readonly Correspondent[];
}

/** People of one section who work together, with everybody who is in it now. */
export interface Team {
  readonly id: string;
  readonly courseId: string;
  readonly sectionId: string;
  /** The section's name. */
  readonly section: string;
  readonly name: string;
  readonly seats: number;
  /** When it handed in for the first time: from then on nobody joins or leaves by themselves. */
  readonly lockedAt: Date | null;
  /** In the order of lists: family name first. */
  readonly members: readonly TeamMember[];
}

/** How many people a team may have, as the course's assignments ask. */
export interface TeamSize {
  readonly min: number;
  readonly max: number;
}
