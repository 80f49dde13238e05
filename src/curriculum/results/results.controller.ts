import { Controller, Get, Param } from '@nestjs/common';
import { page, type Reply } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, STAFF } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { UnitResultsService } from './results.service.js';
import { UnitResultsPage } from './results.view.js';

@Controller('courses/:course/units/:unit/results')
@Access(STAFF)
export class ResultsController {
  constructor(private readonly results: UnitResultsService) {}

  @Get()
  async show(@CurrentCourseActor() actor: CourseActor, @Param('unit') unit: string): Promise<Reply> {
    const { slug: course, timeZone: zone } = actor.course;
    return page(UnitResultsPage, { ...(await this.results.read(actor, unit)), course, zone });
  }
}
