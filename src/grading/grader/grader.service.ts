import { Injectable } from '@nestjs/common';
import { lateDeduction } from '../../assignments/index.js';
import type { Lang, Localised } from '../../kernel/localised.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { SubmissionsService, type SubmittedWork } from '../../submissions/index.js';
import type { AssessmentContent } from '../assessing/assessment.shared.js';
import { contentOfForm } from '../assessing/assessment-content.js';
import type { SaveMode } from '../assessing/assessment-writer.js';
import { type Assessment, AssessmentsService, type GradingOutcome } from '../assessing/assessments.service.js';
import { mayGrade } from '../grading.policy.js';
import { QueueItemsQueries } from '../queue/queue-items.queries.js';
import { countsOf, inOrderOf, nextUngraded, previousOf } from '../queue/queue-items.js';
import { rubricHash } from '../rubric/rubric-hash.js';

/** One item in the grader: the work, its assessment, and its number among the others of the stage. */
export interface Grader {
  readonly assessment: Assessment;
  readonly work: SubmittedWork;
  readonly items: { readonly number: number; readonly total: number; readonly finished: number };
  /** The attempt of the item before this one. */
  readonly previous: string | null;
  readonly rubricIs: 'the newest' | 'older';
  readonly late: { readonly days: number; readonly share: number } | null;
  /** Why nothing may be changed, when that is so. */
  readonly readOnly: Localised | null;
}

/** What became of a plain form, and what was typed in it. */
export interface FormOutcome {
  readonly outcome: GradingOutcome;
  readonly typed: AssessmentContent;
}

@Injectable()
export class GraderService {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly submissions: SubmissionsService,
    private readonly items: QueueItemsQueries,
  ) {}

  /** @throws AssessmentNotFound, SubmissionNotFound */
  async read(actor: CourseActor, id: string): Promise<Grader> {
    const assessment = await this.assessments.read(actor, id);
    const work = await this.submissions.read(actor, assessment.submissionId);
    const items = await this.items.list(actor, assessment.stageId);
    const { handedIn: total, finished } = countsOf(items);
    const number = inOrderOf(actor.id, items).findIndex(({ teamId }) => teamId === work.team.id) + 1;
    const decision = mayGrade(actor, assessment);
    return {
      assessment,
      work,
      items: { number, total, finished },
      previous: previousOf(actor.id, items, work.id)?.submissionId ?? null,
      rubricIs: rubricHash(work.assignment.content.rubric) === assessment.rubric.hash ? 'the newest' : 'older',
      late: work.daysLate > 0 ? { days: work.daysLate, share: lateDeduction(1, work.daysLate, work.assignment.content.spec.late) } : null,
      readOnly: decision.allowed ? null : decision.because,
    };
  }

  /** Saves what a form says; `typed` is what it was read as, for the page that shows it again. @throws AssessmentNotFound, GradingRefused */
  async sendForm(actor: CourseActor, id: string, body: unknown, mode: SaveMode, lang: Lang): Promise<FormOutcome> {
    const { stageRubric } = await this.assessments.read(actor, id);
    const { version, content: typed } = contentOfForm(stageRubric, body);
    return { outcome: await this.assessments.save(actor, id, { version, content: typed, mode, lang }), typed };
  }

  /** Opens the next item of the stage that waits for this person; null when none is left. @throws AssessmentNotFound, GradingRefused, AssignmentNotFound */
  async openNext(actor: CourseActor, stageId: string, leaving: string | null): Promise<string | null> {
    const next = nextUngraded(actor.id, await this.items.list(actor, stageId), leaving);
    return next && this.assessments.open(actor, next.submissionId);
  }
}
