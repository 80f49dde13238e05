import { Controller, Get } from '@nestjs/common';
import { page, type Reply } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, STAFF } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { ComparisonService } from './comparison.service.js';
import { ComparisonPage } from './comparison.view.js';

/** French and English decks side by side, for the teaching team. */
@Controller('courses/:course/decks')
@Access(STAFF)
export class ComparisonController {
  constructor(private readonly comparison: ComparisonService) {}

  @Get()
  async show(@CurrentCourseActor() { course }: CourseActor): Promise<Reply> {
    return page(ComparisonPage, { units: await this.comparison.list(), course: course.slug, zone: course.timeZone });
  }
}
