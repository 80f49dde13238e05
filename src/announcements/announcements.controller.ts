import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { readForm } from '../platform/http/form.js';
import { page, type Reply, seeOther } from '../platform/http/reply.js';
import { Access, CurrentCourseActor, LECTURERS, PEOPLE_OF_THE_COURSE } from '../platform/security/access.js';
import type { CourseActor } from '../platform/security/actor.js';
import { announcementAt, announcementsAt } from './announcement.js';
import { AnnouncementPage } from './announcement.view.js';
import { mayAnnounce, mayChange } from './announcements.policy.js';
import { AnnouncementsService } from './announcements.service.js';
import { BoardPage } from './board.view.js';
import { BoardService } from './board.service.js';

const Id = z.uuid();
/** Whatever else was typed there, the first page is a good answer. */
const PageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);
const Done = z.enum(['written', 'edited', 'withdrawn', 'made', 'revoked']).nullable().catch(null);
const Withdrawal = z.strictObject({ version: z.coerce.number().int().min(1) });
const Reading = z.strictObject({ until: z.iso.datetime().transform((text) => new Date(text)) });

/** Reading announcements, marking them as read, and withdrawing one. */
@Controller('courses/:course/announcements')
export class AnnouncementsController {
  constructor(
    private readonly announcements: AnnouncementsService,
    private readonly board: BoardService,
  ) {}

  @Get()
  @Access(PEOPLE_OF_THE_COURSE)
  async list(@CurrentCourseActor() actor: CourseActor, @Query('page') asked: unknown, @Query('done') done: unknown): Promise<Reply> {
    const board = await this.board.read(actor, PageNumber.parse(asked));
    const { slug: course, timeZone: zone } = actor.course;
    return page(BoardPage, { ...board, course, zone, mayWrite: mayAnnounce(actor).allowed, done: Done.parse(done ?? null) });
  }

  @Get('reading')
  @Access(PEOPLE_OF_THE_COURSE)
  backToBoard(@CurrentCourseActor() { course }: CourseActor): Reply {
    return seeOther(announcementsAt(course.slug));
  }

  @Post('reading')
  @Access(PEOPLE_OF_THE_COURSE)
  async markRead(@CurrentCourseActor() actor: CourseActor, @Body() body: unknown): Promise<Reply> {
    const form = readForm(Reading, body);
    if (form.ok) await this.board.markRead(actor, form.value.until);
    return seeOther(announcementsAt(actor.course.slug));
  }

  @Get(':announcement')
  @Access(PEOPLE_OF_THE_COURSE)
  async show(
    @CurrentCourseActor() actor: CourseActor,
    @Param('announcement', { schema: Id }) id: string,
    @Query('done') done: unknown,
  ): Promise<Reply> {
    const announcement = await this.announcements.read(actor, id);
    const { slug: course, timeZone: zone } = actor.course;
    const shown = { announcement, course, zone, mayChange: mayChange(actor, announcement).allowed };
    return page(AnnouncementPage, { ...shown, done: Done.parse(done ?? null) });
  }

  @Get(':announcement/withdrawal')
  @Access(LECTURERS)
  backToAnnouncement(@CurrentCourseActor() { course }: CourseActor, @Param('announcement', { schema: Id }) id: string): Reply {
    return seeOther(announcementAt(course.slug, id));
  }

  @Post(':announcement/withdrawal')
  @Access(LECTURERS)
  async withdraw(
    @CurrentCourseActor() actor: CourseActor,
    @Param('announcement', { schema: Id }) id: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const form = readForm(Withdrawal, body);
    const outcome = await this.announcements.withdraw(actor, id, form.ok ? form.value.version : 0);
    if (outcome.kind === 'done') return seeOther(`${announcementAt(actor.course.slug, id)}?done=withdrawn`);
    const announcement = await this.announcements.read(actor, id);
    const { slug: course, timeZone: zone } = actor.course;
    return page(AnnouncementPage, { announcement, course, zone, mayChange: true, done: null, isOvertaken: true }, 409);
  }
}
