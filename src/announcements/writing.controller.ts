import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Lang } from '../kernel/localised.js';
import { typedIn } from '../platform/http/form.js';
import { page, type Reply, seeOther } from '../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, LECTURERS } from '../platform/security/access.js';
import type { CourseActor } from '../platform/security/actor.js';
import { type Announcement, announcementAt, announcementsAt } from './announcement.js';
import { readAnnouncement } from './announcement-form.js';
import { type AnnouncementOutcome, AnnouncementsService } from './announcements.service.js';
import { type WritingNotice, WritingPage } from './writing.view.js';

const Id = z.uuid();

/** Who writes, in which language, what was sent, and the announcement it is to change: none when it is a new one. */
interface Asked {
  readonly actor: CourseActor;
  readonly lang: Lang;
  readonly body?: unknown;
  readonly id?: string;
}

/** Writing an announcement, and looking at it before anybody else does. */
@Controller('courses/:course/announcements')
@Access(LECTURERS)
export class WritingController {
  constructor(private readonly announcements: AnnouncementsService) {}

  @Get('new')
  begin(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang): Promise<Reply> {
    return this.pageOf({ actor, lang }, {});
  }

  /** A form that came back stands at the address it was posted to. */
  @Get('preview')
  backToNew(@CurrentCourseActor() { course }: CourseActor): Reply {
    return seeOther(`${announcementsAt(course.slug)}/new`);
  }

  @Post('preview')
  previewNew(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Body() body: unknown): Promise<Reply> {
    return this.preview({ actor, lang, body });
  }

  @Post()
  async write(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Body() body: unknown): Promise<Reply> {
    const form = readAnnouncement(body, lang, actor.course.timeZone);
    if (!form.ok) return this.pageOf({ actor, lang }, { problems: form }, 422);
    return this.answer({ actor, lang, body }, await this.announcements.write(actor, form.value), 'written');
  }

  @Get(':announcement/edit')
  open(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('announcement', { schema: Id }) id: string,
  ): Promise<Reply> {
    return this.pageOf({ actor, lang, id }, {});
  }

  @Post(':announcement/edit')
  async edit(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('announcement', { schema: Id }) id: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const form = readAnnouncement(body, lang, actor.course.timeZone);
    if (!form.ok) return this.pageOf({ actor, lang, id }, { problems: form }, 422);
    return this.answer({ actor, lang, id, body }, await this.announcements.edit(actor, id, form.value), 'edited');
  }

  @Get(':announcement/preview')
  backToEdit(@CurrentCourseActor() { course }: CourseActor, @Param('announcement', { schema: Id }) id: string): Reply {
    return seeOther(`${announcementAt(course.slug, id)}/edit`);
  }

  @Post(':announcement/preview')
  previewEdit(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('announcement', { schema: Id }) id: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    return this.preview({ actor, lang, id, body });
  }

  private async preview(asked: Asked): Promise<Reply> {
    const form = readAnnouncement(asked.body, asked.lang, asked.actor.course.timeZone);
    if (!form.ok) return this.pageOf(asked, { problems: form }, 422);
    const problems = { typed: typedIn(asked.body), errors: {} };
    return this.pageOf(asked, { problems, preview: await this.announcements.preview(asked.actor, form.value) });
  }

  private answer(asked: Asked, outcome: AnnouncementOutcome, done: 'written' | 'edited'): Promise<Reply> | Reply {
    const { actor, lang, body } = asked;
    const typed = typedIn(body);
    switch (outcome.kind) {
      case 'done':
        return seeOther(`${announcementAt(actor.course.slug, outcome.id)}?done=${done}`);
      case 'refused':
        return this.pageOf(asked, { problems: { typed, errors: { [outcome.field]: outcome.because[lang] } } }, 422);
      case 'conflict':
        return this.pageOf(asked, { problems: { typed, errors: {} }, isOvertaken: true }, 409);
    }
  }

  /** The form as it was sent, or of what holds now. */
  private async pageOf({ actor, id }: Asked, notice: WritingNotice, status = 200): Promise<Reply> {
    const standing: Announcement | null = id ? await this.announcements.readToChange(actor, id) : null;
    const sections = await this.announcements.sections(actor);
    const { slug: course, timeZone: zone } = actor.course;
    const newId = notice.problems?.typed['id'] ?? randomUUID();
    return page(WritingPage, { ...notice, course, zone, sections, standing, newId }, status);
  }
}
