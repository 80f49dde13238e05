import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Blobs } from '../platform/blobs/blobs.js';
import { file, page, type Reply } from '../platform/http/reply.js';
import { Access, CurrentCourseActor, PEOPLE_OF_THE_COURSE } from '../platform/security/access.js';
import type { CourseActor } from '../platform/security/actor.js';
import { AttemptAdditions } from './attempt/attempt-additions.js';
import { AttemptPage } from './attempt/attempt.view.js';
import { SubmissionsService } from './submissions.service.js';

const Id = z.uuid();
const Done = z.literal('handed-in').nullable().catch(null);

@Controller('courses/:course/submissions/:submission')
@Access(PEOPLE_OF_THE_COURSE)
export class SubmissionsController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly additions: AttemptAdditions,
    private readonly blobs: Blobs,
  ) {}

  @Get()
  async show(
    @CurrentCourseActor() actor: CourseActor,
    @Param('submission', { schema: Id }) id: string,
    @Query('done') done: unknown,
  ): Promise<Reply> {
    const work = await this.submissions.read(actor, id);
    return page(AttemptPage, { actor, work, additions: await this.additions.listFor(actor, work), done: Done.parse(done) });
  }

  @Get('files/:file')
  async download(
    @CurrentCourseActor() actor: CourseActor,
    @Param('submission', { schema: Id }) submission: string,
    @Param('file', { schema: Id }) fileId: string,
  ): Promise<Reply> {
    const { name, mediaType, size, sha256 } = await this.submissions.readFile(actor, submission, fileId);
    return file({ name, mediaType, size, body: this.blobs.open(sha256) });
  }
}
