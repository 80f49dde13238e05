import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CourseStage, closesAt, daysLate } from '../../assignments/index.js';
import { Database } from '../../platform/database/database.js';
import { type Team, TeamsService } from '../../teams/index.js';
import { AttemptsQueries, type SeenDraft } from './attempts.queries.js';
import { DraftsService, refused, type DraftOutcome } from './drafts.service.js';
import { HandInQueries, type HandInFacts } from './hand-in.queries.js';
import { maySubmit, mayWork, shortcomings } from './hand-in.policy.js';
import {
  type FieldErrors,
  hasTeam,
  type PostedWork,
  type ReceivedFile,
  situationOf,
  type StageContext,
  type TeamStageContext,
  withError,
} from './stage-context.js';

export type HandInOutcome = Exclude<DraftOutcome, { kind: 'saved' }> | { readonly kind: 'handed-in'; readonly submissionId: string };

/** An attempt as somebody says it was: for the demonstration. */
export interface RecordedAttempt {
  readonly stage: CourseStage;
  readonly team: Pick<Team, 'id' | 'sectionId'>;
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly ReceivedFile[];
  /** The id of the member who handed in. */
  readonly by: string;
  readonly at: Date;
}

/** The draft with what the form brought, as it would be handed in. */
interface ReadyWork {
  readonly texts: Readonly<Record<string, string>>;
  readonly isConflict: boolean;
  readonly errors: FieldErrors;
}

@Injectable()
export class HandInService {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftsService,
    private readonly queries: HandInQueries,
    private readonly attempts: AttemptsQueries,
    private readonly teams: TeamsService,
  ) {}

  /** Keeps what the form brought in any case, and hands it in unless something stands against it. */
  async handIn(context: StageContext, work: PostedWork): Promise<HandInOutcome> {
    const working = mayWork(situationOf(context));
    if (!working.allowed || !hasTeam(context)) return refused(working);
    return (await this.atOnce(context, work)) ?? this.database.transaction(() => this.inTurn(context, work));
  }

  /** Writes an attempt at another time than now, without rule, mail or audit line. */
  recordAsSystem({ stage, team, texts, files, by, at }: RecordedAttempt): Promise<{ id: string; receipt: string }> {
    return this.database.transaction(async () => {
      await this.teams.hold(team.id);
      await this.teams.lock(team.id);
      const attempt = (await this.attempts.latest(stage.id, team.id)) + 1;
      const when = { dueAt: stage.dueAt, handedInBy: by, handedInAt: at };
      return this.attempts.record({ stage, team, attempt, requestKey: randomUUID(), texts, files, ...when });
    });
  }

  /**
   * Without a lock, where nothing stands against it: the statement that writes takes effect only if the draft is the one that was
   * looked at, and no attempt came between. Null for whatever is not so plain: that is decided in turn.
   */
  private async atOnce(context: TeamStageContext, work: PostedWork): Promise<HandInOutcome | null> {
    // Of an open team somebody may be leaving at this moment.
    if (!context.team.lockedAt || work.files.length > 0) return null;
    const facts = await this.queries.facts(context, work.requestKey);
    if (!facts || facts.sameKey) return null;
    const ready = { texts: { ...facts.texts, ...work.texts }, isConflict: false, errors: work.errors };
    return objectionTo(context, work, ready, facts) ? null : this.write(context, facts, ready, { version: facts.version, work });
  }

  /** The draft is held first, so that members of a team take turns and attempts are numbered without a gap. */
  private async inTurn(context: TeamStageContext, work: PostedWork): Promise<HandInOutcome> {
    const { draft, isConflict, errors } = await this.drafts.keep(context, work);
    await this.teams.hold(context.team.id);
    const facts = (await this.queries.facts(context, work.requestKey))!;
    if (facts.sameKey && isSameWork(facts.sameKey, work)) return { kind: 'handed-in', submissionId: facts.sameKey.id };
    const ready = { texts: draft.texts, isConflict, errors };
    const objection = objectionTo(context, work, ready, facts);
    if (objection) return objection;
    if (!facts.isLocked) await this.teams.lock(context.team.id);
    const requestKey = facts.sameKey ? null : work.requestKey;
    return (await this.write(context, facts, ready, { version: facts.version, work: { ...work, texts: {}, requestKey } }))!;
  }

  /** Null when something came between the facts and this. */
  private async write(
    { actor, assignment, stage, team }: TeamStageContext,
    { dueAt, files, latestAttempt, now: handedInAt }: HandInFacts,
    { texts }: ReadyWork,
    seen: SeenDraft & { readonly work: Pick<PostedWork, 'requestKey'> },
  ): Promise<HandInOutcome | null> {
    const attempt = {
      stage,
      team,
      attempt: latestAttempt + 1,
      texts: textsAsked(stage, texts),
      files,
      dueAt,
      handedInAt,
      handedInBy: actor.id,
      requestKey: seen.work.requestKey ?? randomUUID(),
    };
    const submissionId = await this.attempts.handIn(attempt, daysLate(handedInAt, dueAt, assignment.zone), seen);
    return submissionId === null ? null : { kind: 'handed-in', submissionId };
  }
}

/** What stands against handing in, the weightiest first; null when nothing does. */
function objectionTo(context: TeamStageContext, work: PostedWork, ready: ReadyWork, facts: HandInFacts): HandInOutcome | null {
  const decision = maySubmit(situationAt(context, facts), facts.now);
  if (!decision.allowed) return refused(decision);
  if (ready.isConflict) return { kind: 'conflict' };
  const errors = shortcomingsOf(context, ready, facts);
  if (Object.keys(errors).length > 0) return { kind: 'problems', errors };
  return isAsSeen(ready, work) ? null : { kind: 'conflict' };
}

/** A second click sends what the first one sent. The same page sent again with other words is another attempt. */
const isSameWork = ({ texts, hashes }: NonNullable<HandInFacts['sameKey']>, work: PostedWork): boolean =>
  Object.entries(work.texts).every(([key, text]) => texts[key] === text) && work.files.every(({ sha256 }) => hashes.includes(sha256));

/** Nobody hands in a text they have not read: another member may have saved one that this page does not show. */
const isAsSeen = ({ texts }: ReadyWork, { typed }: PostedWork): boolean =>
  Object.entries(typed).every(([key, text]) => (texts[key] ?? '') === text);

/** A deadline may have moved, and the actor may have left the team, since the page's request began. */
const situationAt = ({ assignment }: TeamStageContext, { opensAt, dueAt, isArchived, isMember }: HandInFacts) => ({
  isArchived,
  isMember,
  stage: { opensAt, dueAt, closesAt: closesAt(dueAt, assignment.content.spec.late, assignment.zone) },
});

function shortcomingsOf({ stage }: TeamStageContext, { texts, errors }: ReadyWork, { files }: HandInFacts): FieldErrors {
  const found = Object.entries(shortcomings(stage, { texts, files }));
  // A field that is wrong already is not also missing.
  return found.reduce((all, [field, sentence]) => (field in errors ? all : withError(all, field, sentence)), errors);
}

/** A draft may hold answers to what is no longer asked; they stay behind. */
const textsAsked = ({ spec }: CourseStage, texts: ReadyWork['texts']): Record<string, string> =>
  Object.fromEntries(spec.deliverables.filter(({ kind }) => kind === 'text').map(({ key }) => [key, texts[key] ?? '']));
