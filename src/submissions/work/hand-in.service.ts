import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CourseStage, closesAt, daysLate } from '../../assignments/index.js';
import { Database } from '../../platform/database/database.js';
import { type HeldTeam, type Team, TeamsService } from '../../teams/index.js';
import { AttemptsQueries, type HandInFacts, type NewAttempt } from './attempts.queries.js';
import { DraftsService, type KeptWork, refused, type DraftOutcome } from './drafts.service.js';
import { maySubmit, mayWork, shortcomings } from './hand-in.policy.js';
import {
  hasTeam,
  type PostedWork,
  type ReceivedFile,
  situationOf,
  type StageContext,
  type TeamStageContext,
  withError,
} from './stage-context.js';
import { Receipts } from './receipts.js';

export type HandInOutcome = Exclude<DraftOutcome, { kind: 'saved' }> | { readonly kind: 'handed-in'; readonly submissionId: string };

/** An attempt as somebody says it was: for the demonstration. */
export interface RecordedAttempt {
  readonly stage: CourseStage;
  readonly team: Pick<Team, 'id' | 'sectionId' | 'members'>;
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly ReceivedFile[];
  /** The id of the member who handed in. */
  readonly by: string;
  readonly at: Date;
}

@Injectable()
export class HandInService {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftsService,
    private readonly attempts: AttemptsQueries,
    private readonly teams: TeamsService,
    private readonly receipts: Receipts,
  ) {}

  /** Keeps what the form brought in any case, and hands it in unless something stands against it. */
  async handIn(context: StageContext, work: PostedWork): Promise<HandInOutcome> {
    const working = mayWork(situationOf(context));
    if (!working.allowed || !hasTeam(context)) return refused(working);
    return this.database.transaction(() => this.inTurn(context, work));
  }

  /** Writes an attempt at another time than now, without rule, mail or audit line. */
  recordAsSystem({ stage, team, texts, files, by, at }: RecordedAttempt): Promise<{ id: string; receipt: string }> {
    return this.database.transaction(async () => {
      const { members } = await this.teams.hold({ ...team, lockedAt: null });
      await this.teams.lock(team.id);
      const attempt = (await this.attempts.latest(stage.id, team.id)) + 1;
      const memberIds = members.map(({ id }) => id);
      const when = { dueAt: stage.dueAt, handedInBy: by, handedInAt: at };
      return this.attempts.write({ stage, team, attempt, requestKey: randomUUID(), texts, files, memberIds, ...when });
    });
  }

  /** The draft is held first, so that members of a team take turns and attempts are numbered without a gap. */
  private async inTurn(context: TeamStageContext, work: PostedWork): Promise<HandInOutcome> {
    const kept = await this.drafts.keep(context, work);
    const team = await this.teams.hold(context.team);
    const facts = await this.attempts.facts(context, work.requestKey);
    if (facts.sameKey && isSameWork(facts.sameKey, work)) return { kind: 'handed-in', submissionId: facts.sameKey.id };
    const decision = maySubmit(situationUnderLock(context, team, facts), facts.now);
    if (!decision.allowed) return refused(decision);
    if (kept.isConflict) return { kind: 'conflict' };
    const errors = shortcomingsOf(context, kept, facts);
    if (Object.keys(errors).length > 0) return { kind: 'problems', errors };
    if (!isAsSeen(kept, work)) return { kind: 'conflict' };
    return this.write(context, team, facts, { texts: textsAsked(context, kept), key: facts.sameKey ? null : work.requestKey });
  }

  private async write(
    context: TeamStageContext,
    team: HeldTeam,
    facts: HandInFacts,
    { texts, key }: { texts: NewAttempt['texts']; key: string | null },
  ): Promise<HandInOutcome> {
    const { actor, assignment, stage } = context;
    const { files, dueAt, now: handedInAt } = facts;
    const attempt = facts.latestAttempt + 1;
    if (!team.lockedAt) await this.teams.lock(context.team.id);
    const written = await this.attempts.write({
      stage,
      team: context.team,
      attempt,
      texts,
      files,
      dueAt,
      handedInAt,
      requestKey: key ?? randomUUID(),
      memberIds: team.members.map(({ id }) => id),
      handedInBy: actor.id,
    });
    await this.receipts.issue(actor, team.members, {
      submissionId: written.id,
      receipt: written.receipt,
      stage,
      attempt,
      files,
      dueAt,
      handedInAt,
      team: context.team.name,
      handedInBy: actor.name,
      daysLate: daysLate(handedInAt, dueAt, assignment.zone),
    });
    return { kind: 'handed-in', submissionId: written.id };
  }
}

/** A second click sends what the first one sent. The same page sent again with other words is another attempt. */
const isSameWork = ({ texts, hashes }: NonNullable<HandInFacts['sameKey']>, work: PostedWork): boolean =>
  Object.entries(work.texts).every(([key, text]) => texts[key] === text) && work.files.every(({ sha256 }) => hashes.includes(sha256));

/** Nobody hands in a text they have not read: another member may have saved one that this page does not show. */
const isAsSeen = ({ draft }: KeptWork, { typed }: PostedWork): boolean =>
  Object.entries(typed).every(([key, text]) => (draft.texts[key] ?? '') === text);

/** A deadline may have moved, and the actor may have left the team, since the page's request began. */
const situationUnderLock = ({ actor, assignment }: TeamStageContext, team: HeldTeam, { opensAt, dueAt, isArchived }: HandInFacts) => ({
  isArchived,
  isMember: team.members.some(({ id }) => id === actor.id),
  stage: { opensAt, dueAt, closesAt: closesAt(dueAt, assignment.content.spec.late, assignment.zone) },
});

function shortcomingsOf({ stage }: TeamStageContext, { draft, errors }: KeptWork, { files }: HandInFacts): KeptWork['errors'] {
  const found = Object.entries(shortcomings(stage, { texts: draft.texts, files }));
  // A field that is wrong already is not also missing.
  return found.reduce((all, [field, sentence]) => (field in errors ? all : withError(all, field, sentence)), errors);
}

/** A draft may hold answers to what is no longer asked; they stay behind. */
const textsAsked = ({ stage }: TeamStageContext, { draft }: KeptWork): Record<string, string> =>
  Object.fromEntries(stage.spec.deliverables.filter(({ kind }) => kind === 'text').map(({ key }) => [key, draft.texts[key] ?? '']));
