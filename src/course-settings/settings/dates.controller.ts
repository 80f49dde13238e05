import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { type ClassMeeting, MeetingsService } from '../../curriculum/index.js';
import type { Lang } from '../../kernel/localised.js';
import { mayArrange } from '../../people/index.js';
import { type FormProblems, typedIn } from '../../platform/http/form.js';
import { page, type Reply, seeOther } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, LECTURERS } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { ClassPage } from './class.view.js';
import { readMeeting, readStageDates } from './date-forms.js';
import { SettingsService, type StageSetting } from './settings.service.js';
import { StagePage, type StageNotice } from './stage.view.js';
import { settingsTexts } from './text.js';

const Week = z.coerce.number().int().min(1).max(1000);

/** One class, one stage: each moved by itself. */
@Controller('courses/:course/settings')
@Access(LECTURERS)
export class DatesController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly settings: SettingsService,
  ) {}

  @Get('classes/:week')
  async showClass(@CurrentCourseActor() actor: CourseActor, @Param('week', { schema: Week }) week: number): Promise<Reply> {
    return classPage(actor, await this.meetings.read(actor, week));
  }

  @Post('classes/:week')
  async changeClass(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('week', { schema: Week }) week: number,
    @Body() body: unknown,
  ): Promise<Reply> {
    const standing = await this.meetings.read(actor, week);
    const form = readMeeting(body, lang, actor.course.timeZone);
    if (!form.ok) return classPage(actor, standing, { problems: form, status: 422 });
    const outcome = await this.meetings.change(actor, week, form.value);
    if (outcome === 'done') return seeOther(`/courses/${actor.course.slug}/settings?done=class#classes`);
    return classPage(actor, standing, { problems: { typed: typedAnew(body), errors: {} }, status: 409 });
  }

  @Get('assignments/:assignment/stages/:stage')
  async showStage(
    @CurrentCourseActor() actor: CourseActor,
    @Param('assignment') assignment: string,
    @Param('stage') stage: string,
  ): Promise<Reply> {
    return stagePage(actor, await this.settings.readStage(actor, assignment, stage));
  }

  @Post('assignments/:assignment/stages/:stage')
  async changeStage(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('assignment') assignment: string,
    @Param('stage') key: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const setting = await this.settings.readStage(actor, assignment, key);
    const form = readStageDates(body, lang, actor.course.timeZone);
    if (!form.ok) return stagePage(actor, setting, { problems: form }, 422);
    const typed = typedAnew(body);
    switch (await this.settings.changeStage(actor, setting, form.value)) {
      case 'done':
        return seeOther(`/courses/${actor.course.slug}/settings?done=stage#stages`);
      case 'conflict':
        return stagePage(actor, setting, { problems: { typed, errors: {} }, isOvertaken: true }, 409);
      case 'unsure': {
        const errors = { confirmed: settingsTexts[lang].stage.unconfirmed };
        return stagePage(actor, setting, { problems: { typed, errors }, isSudden: true }, 422);
      }
    }
  }
}

function classPage(
  actor: CourseActor,
  meeting: ClassMeeting,
  { problems, status }: { problems?: FormProblems; status: 200 | 409 | 422 } = { status: 200 },
): Reply {
  const { slug: course, timeZone: zone } = actor.course;
  const shown = { meeting, course, zone, mayArrange: mayArrange(actor).allowed, isOvertaken: status === 409 };
  return page(ClassPage, { ...shown, ...(problems && { problems }) }, status);
}

function stagePage(actor: CourseActor, setting: StageSetting, notice: StageNotice = {}, status: 200 | 409 | 422 = 200): Reply {
  const { slug: course, timeZone: zone } = actor.course;
  return page(StagePage, { ...setting, ...notice, course, zone, mayArrange: mayArrange(actor).allowed }, status);
}

/** The version is the page's: what is typed now is made from what is shown now. */
function typedAnew(body: unknown): Record<string, string> {
  const { version: _, ...typed } = typedIn(body);
  return typed;
}
