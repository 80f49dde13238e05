import type { CourseAssignment, CourseStage } from '../../assignments/index.js';
import type { Localised } from '../../kernel/localised.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { Team } from '../../teams/index.js';
import type { AttemptSummary } from '../submitted-work.js';
import type { Draft, DraftFile } from './draft.js';

/** What somebody works on: a stage, for the team they are in, or for none. */
export interface StageContext {
  readonly actor: CourseActor;
  readonly assignment: CourseAssignment;
  readonly stage: CourseStage;
  readonly team: Team | null;
  /** The database's clock when the request began to be looked at. */
  readonly now: Date;
  /** By the process's own clock, in milliseconds: a deadline asks when a hand-in began, not when its last byte came. */
  readonly openedAt: number;
}
export type TeamStageContext = StageContext & { readonly team: Team };
/** What the rules look at. */
export const situationOf = ({ actor, team, stage }: StageContext) => ({
  isArchived: actor.course.isArchived,
  isMember: team !== null,
  stage,
});
/** What decides whether a late attempt would replace one on time. */
export const latenessOf = ({ assignment, stage, attempts }: Pick<WorkInHand, 'assignment' | 'stage' | 'attempts'>) => ({
  attempts,
  dueAt: stage.dueAt,
  rule: assignment.content.spec.late,
  zone: assignment.zone,
});
export const hasTeam = (context: StageContext): context is TeamStageContext => context.team !== null;

/** All that a stage's page shows of the work. */
export interface WorkInHand extends StageContext {
  readonly draft: Draft;
  /** Newest first. */
  readonly attempts: readonly AttemptSummary[];
}

export type ReceivedFile = Omit<DraftFile, 'id'>;

/** What a form brought: its files are stored already, and what was wrong with others is said by field. */
export interface PostedWork {
  /** What to save: texts that were changed and can be kept. */
  readonly texts: Readonly<Record<string, string>>;
  /** Everything that stood in the form. */
  readonly typed: Readonly<Record<string, string>>;
  /** The texts as the page showed them first: what was not changed there is nobody's edit. */
  readonly base?: Readonly<Record<string, string>>;
  /** The version of the draft that the page was made from: decides for texts without a base. */
  readonly version: number;
  /** Tells a second click from a second attempt. */
  readonly requestKey: string | null;
  readonly files: readonly ReceivedFile[];
  readonly errors: FieldErrors;
}

/** What the person wrote, without what only stood there. */
export const changedIn = ({ typed, base }: Pick<PostedWork, 'typed' | 'base'>): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).filter(([key, text]) => base?.[key] !== text));

export type FieldErrors = Readonly<Record<string, readonly Localised[]>>;

export const withError = (errors: FieldErrors, field: string, sentence: Localised): FieldErrors => ({
  ...errors,
  [field]: [...(errors[field] ?? []), sentence],
});

export interface WorkPageProps extends WorkInHand {
  /** Marks the next hand-in, so that a second click is known for what it is. */
  readonly requestKey: string;
  readonly done?: 'saved' | 'removed' | null;
  /** What was typed, where the form comes back; else the draft is shown. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: FieldErrors;
  /** Somebody else saved meanwhile: the draft is theirs, `typed` is the reader's. */
  readonly isConflict?: boolean;
  /** Why what was asked for is not possible. */
  readonly refusal?: Localised;
}
