import { Injectable } from '@nestjs/common';
import { AssignmentsService, type CourseAssignment, type CourseStage } from '../../assignments/index.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { PostingRefused, StageNotFound } from '../grading.errors.js';
import { isToBePosted, mayPost } from '../grading.policy.js';
import { RubricVersions } from '../rubric/rubric-versions.js';
import { stageRubricOf } from '../rubric/stage-rubric.js';
import { markOf } from './posted-mark.js';
import { type Postable, PostingQueries } from './posting.queries.js';
import { planName, type PlannedMark, type PostingPlan } from './posting-plan.js';
import { ResultMails } from './result-mails.js';

export type PostingOutcome = { readonly kind: 'posted' } | { readonly kind: 'outdated'; readonly plan: PostingPlan };

@Injectable()
export class PostingService {
  constructor(
    private readonly database: Database,
    private readonly queries: PostingQueries,
    private readonly versions: RubricVersions,
    private readonly assignments: AssignmentsService,
    private readonly mails: ResultMails,
    private readonly audit: AuditLog,
  ) {}

  /** @throws StageNotFound, PostingRefused */
  async plan(actor: CourseActor, stageId: string): Promise<PostingPlan> {
    this.requireMayPost(actor);
    const asked = await this.findStage(actor, stageId);
    const [inForce, attempts] = [await this.queries.inForce(stageId), await this.queries.latestAttempts(actor, stageId)];
    const verdictOf = (attempt: Postable) => isToBePosted(attempt.state && { state: attempt.state, gateLevel: attempt.gateLevel });
    const withVerdict = (verdict: string): Postable[] => attempts.filter((attempt) => verdictOf(attempt) === verdict);
    const marks: PlannedMark[] = [];
    for (const attempt of withVerdict('yes')) marks.push(await this.planMark(attempt, asked));
    const waiting = withVerdict('unfinished');
    const kept = waiting.flatMap(({ team, shownSubmissionId: submissionId }) => (submissionId ? [{ team, submissionId }] : []));
    const unfinished = waiting.filter(({ shownSubmissionId }) => !shownSubmissionId).map(({ team }) => team);
    const withheld = withVerdict('withheld').map(({ team }) => team);
    return { ...asked, inForce, marks, kept, unfinished, withheld, seen: planName({ inForce, marks, kept }) };
  }

  /** Shows the marks of a plan that was read, and tells the people concerned. A plan that is no longer true is not carried out. @throws StageNotFound, PostingRefused */
  post(actor: CourseActor, stageId: string, seen: string): Promise<PostingOutcome> {
    return this.database.transaction(async () => {
      await this.queries.lockStage(stageId);
      const plan = await this.plan(actor, stageId);
      if (plan.seen !== seen || plan.marks.length === 0) return { kind: 'outdated', plan };
      if (plan.inForce) await this.queries.end(actor, plan.inForce.id);
      const postingId = await this.queries.add(actor, stageId, plan.marks);
      const kept = plan.kept.map(({ submissionId }) => submissionId);
      if (plan.inForce) await this.queries.carryOver(plan.inForce.id, postingId, kept);
      const marks = plan.marks.map(({ submissionId, version, points }) => ({ submissionId, version, points }));
      await this.note(actor, 'marks-posted', stageId, { posting: postingId, replaces: plan.inForce?.id ?? null, marks, kept });
      await this.mails.write(actor, plan, postingId);
      return { kind: 'posted' };
    });
  }

  /** Takes the marks of a stage out of sight again. What was posted is kept. @throws StageNotFound, PostingRefused */
  async unpost(actor: CourseActor, stageId: string): Promise<void> {
    this.requireMayPost(actor);
    await this.findStage(actor, stageId);
    await this.database.transaction(async () => {
      await this.queries.lockStage(stageId);
      const inForce = await this.queries.inForce(stageId);
      if (!inForce) return;
      await this.queries.end(actor, inForce.id);
      await this.note(actor, 'marks-unposted', stageId, { posting: inForce.id });
    });
  }

  private async findStage(actor: CourseActor, stageId: string): Promise<{ assignment: CourseAssignment; stage: CourseStage }> {
    for (const assignment of await this.assignments.list(actor)) {
      const stage = assignment.stages.find(({ id }) => id === stageId);
      if (stage) return { assignment, stage };
    }
    throw new StageNotFound();
  }

  private async planMark(
    attempt: Postable,
    { assignment, stage }: { assignment: CourseAssignment; stage: CourseStage },
  ): Promise<PlannedMark> {
    const { team, submissionId, handedInAt, dueAt, criteria, readers, shownVersion } = attempt;
    const rubric = await this.versions.get(attempt.rubricVersionId!);
    const content = { criteria, gate: { level: attempt.gateLevel, comment: attempt.gateComment! }, comment: attempt.comment! };
    const stageRubric = stageRubricOf(rubric.content, stage.spec.key);
    const graded = { stageRubric, rubricVersion: rubric.number, content, handedInAt, dueAt, zone: assignment.zone };
    const is = attempt.shownSubmissionId === submissionId && shownVersion === attempt.version ? 'shown' : 'news';
    return {
      ...markOf(graded, assignment.content.spec.late),
      team,
      submissionId,
      assessmentId: attempt.assessmentId!,
      version: attempt.version!,
      readers,
      is,
    };
  }

  private note(actor: CourseActor, action: string, stageId: string, detail: object): Promise<void> {
    return this.audit.note({ courseId: actor.course.id, actorId: actor.id, action, object: `stage:${stageId}`, detail });
  }

  private requireMayPost(actor: CourseActor): void {
    const decision = mayPost(actor);
    if (!decision.allowed) throw new PostingRefused(decision.because);
  }
}
