import { Controller, Get, Param } from '@nestjs/common';
import { page, type Reply } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, PEOPLE_OF_THE_COURSE } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { BriefService } from './brief.service.js';
import { BriefPage } from './brief.view.js';

@Controller('courses/:course/assignments/:assignment')
@Access(PEOPLE_OF_THE_COURSE)
export class BriefController {
  constructor(private readonly briefs: BriefService) {}

  @Get()
  async show(@CurrentCourseActor() actor: CourseActor, @Param('assignment') key: string): Promise<Reply> {
    return page(BriefPage, await this.briefs.read(actor, key));
  }
}
