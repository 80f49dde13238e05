import { Injectable } from '@nestjs/common';
import { AssignmentsService } from '../../assignments/index.js';
import type { Lang } from '../../kernel/localised.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { AssessmentNotFound, GradingRefused } from '../grading.errors.js';
import { mayGrade } from '../grading.policy.js';
import { RubricVersions } from '../rubric/rubric-versions.js';
import { stageRubricOf } from '../rubric/stage-rubric.js';
import { type AssessmentContent, completed, isSameContent, type StageRubric, standingOf } from './assessment.shared.js';
import { contentSchema, problemsOf } from './assessment-content.js';
import { type AssessmentRow, AssessmentsQueries } from './assessments.queries.js';
import { type Aim, AssessmentWriter, type Order } from './assessment-writer.js';

export interface Assessment extends AssessmentRow {
  readonly stageRubric: StageRubric;
  readonly rubric: { readonly number: number; readonly hash: string };
}

export interface SaveOrder {
  /** The version the content was made from. */
  readonly version: number;
  readonly content: unknown;
  readonly aim: Aim;
  readonly lang: Lang;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly assessment: Assessment }
  /** Somebody else saved in between: both are kept, and both are told. */
  | { readonly kind: 'conflict'; readonly mine: AssessmentContent; readonly theirs: Assessment }
  /** Kept as a draft, for something has no level yet: the keys of what is left. */
  | { readonly kind: 'incomplete'; readonly assessment: Assessment; readonly lacking: readonly string[] }
  /** Not kept: no page of ours sends this. Sentences by field. */
  | { readonly kind: 'invalid'; readonly problems: Readonly<Record<string, string>> };

@Injectable()
export class AssessmentsService {
  constructor(
    private readonly queries: AssessmentsQueries,
    private readonly writer: AssessmentWriter,
    private readonly versions: RubricVersions,
    private readonly assignments: AssignmentsService,
  ) {}

  /** @throws AssessmentNotFound */
  async read(actor: CourseActor, id: string): Promise<Assessment> {
    const row = await this.queries.find(actor, id);
    if (!row) throw new AssessmentNotFound();
    const { content: rubric, number, hash } = await this.versions.get(row.rubricVersionId);
    const stageRubric = stageRubricOf(rubric, row.stageKey);
    return { ...row, stageRubric, rubric: { number, hash }, content: completed(stageRubric, row.content) };
  }

  /**
   * Opens the newest attempt of the team and stage of this submission, and claims it for a while; answers the assessment's id.
   * Somebody else's claim stands, and keeps nobody out.
   */
  async open(actor: CourseActor, submissionId: string): Promise<string> {
    const attempt = await this.queries.findLatestAttempt(actor, submissionId);
    if (!attempt) throw new AssessmentNotFound();
    this.requireMayGrade(actor, attempt);
    const rubric = await this.versions.current(await this.assignments.read(actor, attempt.assignmentKey));
    return this.writer.open(actor, attempt.submissionId, rubric.id);
  }

  /** Lets go of a claim of the actor's own. */
  async release(actor: CourseActor, id: string): Promise<void> {
    await this.writer.release(actor, id);
  }

  /** @throws AssessmentNotFound, GradingRefused */
  async save(actor: CourseActor, id: string, { version, content: given, aim, lang }: SaveOrder): Promise<SaveOutcome> {
    const before = await this.read(actor, id);
    this.requireMayGrade(actor, before);
    const parsed = contentSchema(before.stageRubric, lang).safeParse(given);
    if (!parsed.success) return { kind: 'invalid', problems: problemsOf(parsed.error) };
    const content = parsed.data;
    const { lacking } = standingOf(before.stageRubric, content);
    const reached = aim === 'finish' && lacking.length > 0 ? 'keep' : aim;
    const assessment = await this.write(actor, before, { version, content, aim: reached });
    if (!assessment) return this.conflict(actor, id, { version, content, aim, lang });
    return reached === aim ? { kind: 'saved', assessment } : { kind: 'incomplete', assessment, lacking };
  }

  private async write(actor: CourseActor, before: Assessment, order: Order): Promise<Assessment | null> {
    if (isNothingNew(before, order)) {
      if (order.aim === 'leave') await this.writer.release(actor, before.id);
      return before;
    }
    const saved = await this.writer.save(actor, before, order);
    return saved && { ...before, ...saved, content: order.content, updatedBy: actor };
  }

  /** A save whose answer was lost comes again, and finds itself: that is no conflict. */
  private async conflict(actor: CourseActor, id: string, order: SaveOrder & Order): Promise<SaveOutcome> {
    const theirs = await this.read(actor, id);
    const isOurs = theirs.updatedBy.id === actor.id && isSameContent(theirs.content, order.content);
    return isOurs ? this.save(actor, id, { ...order, version: theirs.version }) : { kind: 'conflict', mine: order.content, theirs };
  }

  private requireMayGrade(actor: CourseActor, work: { readonly sectionId: string }): void {
    const decision = mayGrade(actor, work);
    if (!decision.allowed) throw new GradingRefused(decision.because);
  }
}

/** Saving what stands there already must not reopen what was finished. */
const isNothingNew = (before: Assessment, { version, content, aim }: Order): boolean =>
  version === before.version && isSameContent(before.content, content) && (before.state === 'finished' || aim !== 'finish');
