import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import type { Lang } from '../../kernel/localised.js';
import { Blobs } from '../../platform/blobs/blobs.js';
import { file, page, type Reply, seeOther } from '../../platform/http/reply.js';
import { overtaken, refusedToSave, saved } from '../../platform/saving/save-reply.js';
import { Access, CurrentCourseActor, CurrentLang, STUDENTS } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { ReceivesUploads } from '../../platform/security/form-token.js';
import type { AttraitRequest } from '../../platform/security/request.js';
import { stageAt, submissionAt } from '../addresses.js';
import { FormOutdated } from '../submissions.errors.js';
import { submissionTexts } from '../text.js';
import { DraftsService, type DraftOutcome } from './drafts.service.js';
import { type HandInOutcome, HandInService } from './hand-in.service.js';
import { changedIn, type PostedWork, type StageContext, type WorkPageProps } from './stage-context.js';
import { readTexts, WorkForm } from './work-form.js';
import { WorkService } from './work.service.js';
import { WorkPage } from './work.view.js';

const Id = z.uuid();
const Done = z.enum(['saved', 'removed']).nullable().catch(null);
const Texts = z.record(z.string(), z.string());
const Autosaved = z.strictObject({ version: z.int().min(0), texts: Texts, base: Texts });

@Controller('courses/:course/assignments/:assignment/stages/:stage')
@Access(STUDENTS)
export class WorkController {
  constructor(
    private readonly work: WorkService,
    private readonly drafts: DraftsService,
    private readonly handIns: HandInService,
    private readonly form: WorkForm,
    private readonly blobs: Blobs,
  ) {}

  @Get()
  async show(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, stage }: StageAddress,
    @Query('done') done: unknown,
  ): Promise<Reply> {
    const context = await this.work.open(actor, assignment, stage);
    return this.page(context, { done: Done.parse(done) }, 200);
  }

  /** A form that came back stands at the address it was posted to: reloaded, or read in the other language, it is the stage again. */
  @Get(['draft', 'submissions', 'files/:file/removal'])
  backToStage(@CurrentCourseActor() { course }: CourseActor, @Param() { assignment, stage }: StageAddress): Reply {
    return seeOther(stageAt(course.slug, encodeURIComponent(assignment), encodeURIComponent(stage)));
  }

  @Post('draft')
  @ReceivesUploads()
  async save(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, stage }: StageAddress,
    @Req() request: AttraitRequest,
  ): Promise<Reply> {
    const context = await this.work.open(actor, assignment, stage);
    const posted = await this.form.read(request, context);
    return this.answer(context, posted, await this.drafts.save(context, posted), 'saved');
  }

  @Post('submissions')
  @ReceivesUploads()
  async handIn(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, stage }: StageAddress,
    @Req() request: AttraitRequest,
  ): Promise<Reply> {
    const context = await this.work.open(actor, assignment, stage);
    const posted = await this.form.read(request, context);
    return this.answer(context, posted, await this.handIns.handIn(context, posted), 'saved');
  }

  @Post('files/:file/removal')
  @ReceivesUploads()
  async removeFile(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, stage }: StageAddress,
    @Param('file', { schema: Id }) fileId: string,
    @Req() request: AttraitRequest,
  ): Promise<Reply> {
    const context = await this.work.open(actor, assignment, stage);
    const posted = await this.form.read(request, context);
    return this.answer(context, posted, await this.drafts.removeFile(context, posted, fileId), 'removed');
  }

  @Get('files/:file')
  async download(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, stage }: StageAddress,
    @Param('file', { schema: Id }) fileId: string,
  ): Promise<Reply> {
    const { name, mediaType, size, sha256 } = await this.work.readFile(await this.work.open(actor, assignment, stage), fileId);
    return file({ name, mediaType, size, body: this.blobs.open(sha256) });
  }

  /** The page's script saves texts by itself, under the same rule as the button. */
  @Put('draft')
  async autosave(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, stage }: StageAddress,
    @CurrentLang() lang: Lang,
    @Body() body: unknown,
  ): Promise<Reply> {
    const given = Autosaved.safeParse(body);
    if (!given.success) throw new FormOutdated();
    const context = await this.work.open(actor, assignment, stage);
    const { version, ...sent } = given.data;
    const posted = { ...readTexts(context, sent), version, requestKey: null, files: [] };
    return this.told(context, await this.drafts.save(context, posted), lang);
  }

  private async told(context: StageContext, outcome: DraftOutcome, lang: Lang): Promise<Reply> {
    switch (outcome.kind) {
      case 'saved':
        return saved(outcome.version, outcome.savedAt);
      case 'conflict': {
        const { draft, now } = await this.work.look(context);
        const by = draft.savedBy ?? submissionTexts[lang].work.conflict.somebody;
        return overtaken({ version: draft.version, content: draft.texts, by, at: (draft.savedAt ?? now).toISOString() });
      }
      case 'problems':
        return refusedToSave(Object.values(outcome.errors)[0]?.[0]?.[lang] ?? '', 422);
      case 'refused':
        return refusedToSave(outcome.because[lang], 409);
    }
  }

  private async answer(
    context: StageContext,
    posted: PostedWork,
    outcome: DraftOutcome | HandInOutcome,
    done: 'saved' | 'removed',
  ): Promise<Reply> {
    const { actor, assignment, stage } = context;
    switch (outcome.kind) {
      case 'handed-in':
        return seeOther(`${submissionAt(actor.course.slug, outcome.submissionId)}?done=handed-in`);
      case 'saved':
        return seeOther(`${stageAt(actor.course.slug, assignment.content.key, stage.spec.key)}?done=${done}`);
      case 'conflict':
        return this.page(context, { typed: changedIn(posted), isConflict: true }, 409);
      case 'problems':
        return this.page(context, { typed: changedIn(posted), errors: outcome.errors }, 422);
      case 'refused':
        return this.page(context, { typed: posted.typed, refusal: outcome.because }, 409);
    }
  }

  private async page(
    context: StageContext,
    more: Pick<WorkPageProps, 'done' | 'typed' | 'errors' | 'refusal' | 'isConflict'>,
    status: number,
  ): Promise<Reply> {
    return page(WorkPage, { ...(await this.work.look(context)), requestKey: randomUUID(), ...more }, status);
  }
}

interface StageAddress {
  readonly assignment: string;
  readonly stage: string;
}
