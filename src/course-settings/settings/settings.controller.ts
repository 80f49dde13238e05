import { Controller, Get, Query } from '@nestjs/common';
import { page, type Reply } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, LECTURERS } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { SettingsService } from './settings.service.js';
import { SettingsPage } from './settings.view.js';

@Controller('courses/:course/settings')
@Access(LECTURERS)
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  async show(@CurrentCourseActor() actor: CourseActor, @Query('done') done: unknown): Promise<Reply> {
    const { slug: course, timeZone: zone } = actor.course;
    return page(SettingsPage, { ...(await this.settings.read(actor)), course, zone, done });
  }
}
