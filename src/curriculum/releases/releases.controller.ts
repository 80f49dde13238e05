import { Controller, Get, Query } from '@nestjs/common';
import { page, type Reply } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, LECTURERS } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { mayRelease } from '../release.policy.js';
import { UnitsService } from '../unit/units.service.js';
import { ReleasesPage } from './releases.view.js';

/** All releases of a course on one page; each is changed at the address of its unit. */
@Controller('courses/:course/settings/units')
@Access(LECTURERS)
export class ReleasesController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  async show(@CurrentCourseActor() actor: CourseActor, @Query('done') done: unknown): Promise<Reply> {
    const { slug: course, timeZone: zone } = actor.course;
    return page(ReleasesPage, { ...(await this.units.table(actor)), course, zone, done, mayChange: mayRelease(actor).allowed });
  }
}
