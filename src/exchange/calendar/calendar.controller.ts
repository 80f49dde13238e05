import { Controller, Get, Query } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { page, type Reply } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, PEOPLE_OF_THE_COURSE } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { CalendarService } from './calendar.service.js';
import { CalendarPage } from './calendar.view.js';

@Controller('courses/:course/calendar')
@Access(PEOPLE_OF_THE_COURSE)
export class CalendarController {
  constructor(private readonly calendars: CalendarService) {}

  @Get()
  async show(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Query('month') month: unknown): Promise<Reply> {
    const { slug: course, timeZone: zone } = actor.course;
    return page(CalendarPage, { ...(await this.calendars.read(actor, lang, month)), course, zone });
  }
}
