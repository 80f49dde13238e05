import type { CourseAssignment, CourseStage } from '../assignments/index.js';

export interface SubmittedFile {
  readonly id: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
  /** The key of the deliverable it answers. */
  readonly deliverable: string;
}

/** One attempt as it was handed in; nothing of it changes afterwards, save that a later attempt may follow. */
export interface SubmittedWork {
  readonly id: string;
  readonly courseId: string;
  readonly assignment: CourseAssignment;
  readonly stage: CourseStage;
  readonly team: { readonly id: string; readonly name: string; readonly sectionId: string };
  readonly attempt: number;
  /** The newest attempt of this team at this stage. */
  readonly latestAttempt: number;
  /** By the key of the deliverable. */
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly SubmittedFile[];
  readonly handedInAt: Date;
  /** The name of the member who pressed the button. */
  readonly handedInBy: string;
  /** The deadline as it stood then. */
  readonly dueAt: Date;
  readonly daysLate: number;
  readonly receipt: string;
  /** Who was in the team at that moment, in the order of lists. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** A line in the list of a team's attempts. */
export interface AttemptSummary {
  readonly id: string;
  readonly attempt: number;
  readonly receipt: string;
  readonly handedInAt: Date;
  readonly handedInBy: string;
  readonly daysLate: number;
  readonly files: number;
}

/** How far a team is with one stage. */
export interface StageStanding {
  readonly stageId: string;
  readonly draftSavedAt: Date | null;
  /** Newest first. */
  readonly attempts: readonly AttemptSummary[];
}
