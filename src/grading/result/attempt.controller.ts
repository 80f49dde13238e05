import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { page, type Reply } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, PEOPLE_OF_THE_COURSE } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { AttemptPage } from './attempt.view.js';
import { ResultsService } from './results.service.js';

const Id = z.uuid();
const Done = z.literal('handed-in').nullable().catch(null);

@Controller('courses/:course/submissions')
export class AttemptController {
  constructor(private readonly results: ResultsService) {}

  @Get(':submission')
  @Access(PEOPLE_OF_THE_COURSE)
  async show(
    @CurrentCourseActor() actor: CourseActor,
    @Param('submission', { schema: Id }) id: string,
    @Query('done') done: unknown,
  ): Promise<Reply> {
    return page(AttemptPage, { actor, ...(await this.results.readAttempt(actor, id)), done: Done.parse(done) });
  }
}
