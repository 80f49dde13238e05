import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { PrivateAddresses } from '../../people/index.js';
import { feed, page, type Reply, seeOther } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, PEOPLE_OF_THE_COURSE } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { CalendarService } from './calendar.service.js';
import { CalendarPage } from './calendar.view.js';

@Controller('courses/:course')
@Access(PEOPLE_OF_THE_COURSE)
export class CalendarController {
  constructor(
    private readonly calendars: CalendarService,
    private readonly addresses: PrivateAddresses,
  ) {}

  @Get('calendar')
  async show(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Query('month') month: unknown,
    @Query('done') done: unknown,
  ): Promise<Reply> {
    const { slug: course, timeZone: zone } = actor.course;
    return page(CalendarPage, { ...(await this.calendars.read(actor, lang, month)), course, zone, done });
  }

  /** What a calendar program fetches: it cannot sign in, so its address says whose it is. */
  @Get('calendar.ics')
  @Access('anyone')
  async subscribed(@Param('course') course: string, @Query('key') key: unknown): Promise<Reply> {
    return feed('text/calendar; charset=utf-8', await this.calendars.subscribed(course, key));
  }

  /** A form that came back stands at the address it was posted to: reloaded, it is the calendar again. */
  @Get(['calendar/address', 'calendar/address/removal'])
  backToCalendar(@CurrentCourseActor() { course }: CourseActor): Reply {
    return seeOther(`/courses/${course.slug}/calendar`);
  }

  @Post('calendar/address')
  async renew(@CurrentCourseActor() actor: CourseActor): Promise<Reply> {
    await this.addresses.issue(actor, 'calendar');
    return seeOther(`/courses/${actor.course.slug}/calendar?done=made#subscribe`);
  }

  @Post('calendar/address/removal')
  async revoke(@CurrentCourseActor() actor: CourseActor): Promise<Reply> {
    await this.addresses.revoke(actor, 'calendar');
    return seeOther(`/courses/${actor.course.slug}/calendar?done=revoked#subscribe`);
  }
}
