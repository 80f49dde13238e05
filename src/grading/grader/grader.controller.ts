import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Lang } from '../../kernel/localised.js';
import { readForm } from '../../platform/http/form.js';
import { json, page, type Reply, seeOther } from '../../platform/http/reply.js';
import { overtaken, refusedToSave, saved } from '../../platform/saving/save-reply.js';
import { Access, CurrentCourseActor, CurrentLang, STAFF } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { AssessmentNotFound } from '../grading.errors.js';
import type { AssessmentContent } from '../assessing/assessment.shared.js';
import { VERSION_MOST } from '../assessing/assessment-content.js';
import { AssessmentsService, type GradingOutcome } from '../assessing/assessments.service.js';
import { GraderService } from './grader.service.js';
import { GraderPage, type GraderPageProps } from './grader.view.js';
import { theirsOf } from './theirs.js';

const Id = z.uuid();
const OpenForm = z.strictObject({ submission: Id });
const NextForm = z.strictObject({ stage: Id, leaving: Id.optional() });
const SaveBody = z.strictObject({ version: z.int().min(0).max(VERSION_MOST), content: z.unknown(), leaving: z.boolean().optional() });

@Controller('courses/:course/grading')
@Access(STAFF)
export class GraderController {
  constructor(
    private readonly grader: GraderService,
    private readonly assessments: AssessmentsService,
  ) {}

  @Post('open')
  async open(@CurrentCourseActor() actor: CourseActor, @Body() body: unknown): Promise<Reply> {
    const form = readForm(OpenForm, body);
    if (!form.ok) throw new AssessmentNotFound();
    return seeOther(addressOf(actor, await this.assessments.open(actor, form.value.submission)));
  }

  @Post('next')
  async next(@CurrentCourseActor() actor: CourseActor, @Body() body: unknown): Promise<Reply> {
    const form = readForm(NextForm, body);
    if (!form.ok) throw new AssessmentNotFound();
    return this.goOn(actor, form.value.stage, form.value.leaving ?? null);
  }

  @Get(':assessment')
  async show(
    @CurrentCourseActor() actor: CourseActor,
    @Param('assessment', { schema: Id }) id: string,
    @Query('done') done: unknown,
  ): Promise<Reply> {
    return page<GraderPageProps>(GraderPage, { actor, ...(await this.grader.read(actor, id)), done: done === 'saved' ? 'saved' : null });
  }

  /** The plain form's way to save; the panel's own is below. */
  @Post(':assessment')
  async sendForm(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('assessment', { schema: Id }) id: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const { outcome, typed } = await this.grader.sendForm(actor, id, body, 'keep', lang);
    if (outcome.kind === 'saved') return seeOther(`${addressOf(actor, id)}?done=saved`);
    return this.again(actor, id, lang, outcome, typed);
  }

  @Put(':assessment')
  async save(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('assessment', { schema: Id }) id: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const given = SaveBody.safeParse(body);
    if (!given.success) return refusedToSave(given.error.issues[0]?.message ?? '', 422);
    const { version, content, leaving } = given.data;
    return jsonOf(actor, lang, await this.assessments.save(actor, id, { version, content, mode: leaving ? 'leave' : 'keep', lang }));
  }

  @Post(':assessment/finish')
  async finish(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('assessment', { schema: Id }) id: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const { outcome, typed } = await this.grader.sendForm(actor, id, body, 'finish', lang);
    if (outcome.kind === 'saved') return this.goOn(actor, outcome.assessment.stageId, outcome.assessment.submissionId);
    return this.again(actor, id, lang, outcome, typed);
  }

  /** What came back from finishing stands at that address: reloaded, it is the submission again. */
  @Get(':assessment/finish')
  backToGrader(@CurrentCourseActor() actor: CourseActor, @Param('assessment', { schema: Id }) id: string): Reply {
    return seeOther(addressOf(actor, id));
  }

  /** Said by a page that closes: nobody waits for the answer. */
  @Post(':assessment/release')
  async release(@CurrentCourseActor() actor: CourseActor, @Param('assessment', { schema: Id }) id: string): Promise<Reply> {
    await this.assessments.release(actor, id);
    return json({});
  }

  private async goOn(actor: CourseActor, stageId: string, leaving: string | null): Promise<Reply> {
    const next = await this.grader.openNext(actor, stageId, leaving);
    return seeOther(next ? addressOf(actor, next) : `/courses/${actor.course.slug}/grading?stage=${stageId}`);
  }

  /** The page once more, with everything that was typed and why it did not go on. */
  private async again(actor: CourseActor, id: string, lang: Lang, outcome: GradingOutcome, typed: AssessmentContent): Promise<Reply> {
    const shown = { actor, ...(await this.grader.read(actor, id)) };
    switch (outcome.kind) {
      case 'conflict':
        return page<GraderPageProps>(GraderPage, { ...shown, typed, conflict: theirsOf(outcome.theirs, actor, lang) }, 409);
      case 'invalid':
        return page<GraderPageProps>(GraderPage, { ...shown, typed, problems: outcome.problems }, 422);
      case 'incomplete':
        return page<GraderPageProps>(GraderPage, { ...shown, lacking: outcome.lacking }, 422);
      case 'saved':
        return seeOther(addressOf(actor, id));
    }
  }
}

const addressOf = ({ course }: CourseActor, id: string): string => `/courses/${course.slug}/grading/${id}`;

function jsonOf(actor: CourseActor, lang: Lang, outcome: GradingOutcome): Reply {
  switch (outcome.kind) {
    case 'saved':
    case 'incomplete': {
      const { version, updatedAt } = outcome.assessment;
      return saved(version, updatedAt);
    }
    case 'conflict':
      return overtaken(theirsOf(outcome.theirs, actor, lang));
    case 'invalid':
      return refusedToSave(Object.values(outcome.problems)[0] ?? '', 422);
  }
}
