import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { Blobs } from '../platform/blobs/blobs.js';
import { file, type Reply } from '../platform/http/reply.js';
import { Access, CurrentCourseActor, PEOPLE_OF_THE_COURSE } from '../platform/security/access.js';
import type { CourseActor } from '../platform/security/actor.js';
import { SubmissionsService } from './submissions.service.js';

const Id = z.uuid();

@Controller('courses/:course/submissions/:submission')
@Access(PEOPLE_OF_THE_COURSE)
export class SubmissionsController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly blobs: Blobs,
  ) {}

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
