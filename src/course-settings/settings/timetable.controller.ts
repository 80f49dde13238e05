import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import type { FormProblems } from '../../platform/http/form.js';
import { page, type Reply, seeOther } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, LECTURERS } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { SettingsService } from './settings.service.js';
import { SettingsPage } from './settings.view.js';
import { fieldsOf, readTimetable, type TimetableWish } from './timetable-form.js';
import { TimetableService } from './timetable.service.js';
import { TimetablePage } from './timetable.view.js';

/** The calendar of a course, set once: asked for, shown, applied. */
@Controller('courses/:course/settings/calendar')
@Access(LECTURERS)
export class TimetableController {
  constructor(
    private readonly timetables: TimetableService,
    private readonly settings: SettingsService,
  ) {}

  /** What the form asks for stands in the address: nothing is changed yet, and the preview can be sent to a colleague. */
  @Get()
  async preview(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Query() query: object): Promise<Reply> {
    const { lang: _, ...asked } = query as Record<string, unknown>;
    if (Object.keys(asked).length === 0) return seeOther(`/courses/${actor.course.slug}/settings`);
    const form = readTimetable(asked, lang);
    return form.ok ? this.show(actor, form.value) : this.refuse(actor, form);
  }

  @Post()
  async apply(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Body() body: unknown): Promise<Reply> {
    const form = readTimetable(body, lang);
    if (!form.ok) return this.refuse(actor, form);
    const outcome = await this.timetables.apply(actor, form.value);
    return outcome === 'done' ? seeOther(`/courses/${actor.course.slug}/settings?done=calendar`) : this.show(actor, form.value, 409);
  }

  private async show(actor: CourseActor, wish: TimetableWish, status: 200 | 409 = 200): Promise<Reply> {
    const plan = await this.timetables.plan(actor, wish);
    const { slug: course, timeZone: zone } = actor.course;
    return page(TimetablePage, { plan, course, zone, wish, fields: fieldsOf(wish), isOvertaken: status === 409 }, status);
  }

  private async refuse(actor: CourseActor, problems: FormProblems): Promise<Reply> {
    const { slug: course, timeZone: zone } = actor.course;
    return page(SettingsPage, { ...(await this.settings.read(actor)), course, zone, done: null, problems }, 422);
  }
}
