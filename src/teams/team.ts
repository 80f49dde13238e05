export interface TeamMember {
  readonly id: string;
  readonly name: string;
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
