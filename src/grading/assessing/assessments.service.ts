import { Injectable } from '@nestjs/common';
import { AssignmentsService } from '../../assignments/index.js';
import type { Lang } from '../../kernel/localised.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { AssessmentNotFound, GradingRefused } from '../grading.errors.js';
import { mayGrade } from '../grading.policy.js';
import { RubricVersions } from '../rubric/rubric-versions.js';
import { stageRubricOf } from '../rubric/stage-rubric.js';
import { type AssessmentContent, completed, isSameContent, type StageRubric, tallyOf } from './assessment.shared.js';
import { contentSchema, problemsOf } from './assessment-content.js';
import { type AssessmentRow, AssessmentsQueries } from './assessments.queries.js';
import { type SaveMode, AssessmentWriter, type SaveCommand } from './assessment-writer.js';

export interface Assessment extends AssessmentRow {
  readonly stageRubric: StageRubric;
  readonly rubric: { readonly number: number; readonly hash: string };
}

export interface SaveRequest {
  /** The version the content was made from. */
  readonly version: number;
  readonly content: unknown;
  readonly mode: SaveMode;
  readonly lang: Lang;
}

export type GradingOutcome =
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
   * @throws AssessmentNotFound, GradingRefused, AssignmentNotFound
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
  async save(actor: CourseActor, id: string, { version, content: given, mode, lang }: SaveRequest): Promise<GradingOutcome> {
    const before = await this.read(actor, id);
    this.requireMayGrade(actor, before);
    const parsed = contentSchema(before.stageRubric, lang).safeParse(given);
    if (!parsed.success) return { kind: 'invalid', problems: problemsOf(parsed.error) };
    const content = parsed.data;
    const { lacking } = tallyOf(before.stageRubric, content);
    const reached = mode === 'finish' && lacking.length > 0 ? 'keep' : mode;
    const assessment = await this.write(actor, before, { version, content, mode: reached });
    if (!assessment) return this.conflict(actor, id, { version, content, mode, lang });
    return reached === mode ? { kind: 'saved', assessment } : { kind: 'incomplete', assessment, lacking };
  }

  private async write(actor: CourseActor, before: Assessment, command: SaveCommand): Promise<Assessment | null> {
    if (isNothingNew(before, command)) {
      if (command.mode === 'leave') await this.writer.release(actor, before.id);
      return before;
    }
    const saved = await this.writer.save(actor, before, command);
    return saved && { ...before, ...saved, content: command.content, updatedBy: actor };
  }

  /** A save whose answer was lost comes again, and finds itself: that is no conflict. */
  private async conflict(actor: CourseActor, id: string, command: SaveRequest & SaveCommand): Promise<GradingOutcome> {
    const theirs = await this.read(actor, id);
    const isOurs = theirs.updatedBy.id === actor.id && isSameContent(theirs.content, command.content);
    return isOurs ? this.save(actor, id, { ...command, version: theirs.version }) : { kind: 'conflict', mine: command.content, theirs };
  }

  private requireMayGrade(actor: CourseActor, work: { readonly sectionId: string }): void {
    const decision = mayGrade(actor, work);
    if (!decision.allowed) throw new GradingRefused(decision.because);
  }
}

/** Saving what stands there already must not reopen what was finished. */
const isNothingNew = (before: Assessment, { version, content, mode }: SaveCommand): boolean =>
  version === before.version && isSameContent(before.content, content) && (before.state === 'finished' || mode !== 'finish');
