import { Body, Controller, Get, Param, Post, Put, Req } from '@nestjs/common';
import { z } from 'zod';
import { LANGS } from '../../kernel/localised.js';
import { json, type Reply, seeOther } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, STUDENTS } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { FormTokens } from '../../platform/security/form-token.js';
import type { AttraitRequest } from '../../platform/security/request.js';
import { BookmarkUnreadable } from '../curriculum.errors.js';
import { ProgressService } from './progress.service.js';

const WEEK_MS = 7 * 24 * 3_600_000;
const ToldBookmark = z.strictObject({
  slide: z.int().min(1).max(1000),
  language: z.enum(LANGS),
  isEnd: z.boolean(),
  agoMs: z.number().min(0).max(WEEK_MS),
});

const unitAt = ({ slug }: CourseActor['course'], unit: string): string => `/courses/${slug}/units/${encodeURIComponent(unit)}`;

/** What a student’s pages tell of where they are. Decks are the same for everybody: their script asks and tells here. */
@Controller('courses/:course/units/:unit')
@Access(STUDENTS)
export class ProgressController {
  constructor(
    private readonly progress: ProgressService,
    private readonly tokens: FormTokens,
  ) {}

  @Get('bookmark')
  async bookmark(@CurrentCourseActor() actor: CourseActor, @Param('unit') unit: string, @Req() request: AttraitRequest): Promise<Reply> {
    return json({ bookmark: await this.progress.bookmarkIn(actor, unit), token: this.tokens.of(request) });
  }

  @Put('bookmark')
  async keepBookmark(@CurrentCourseActor() actor: CourseActor, @Param('unit') unit: string, @Body() body: unknown): Promise<Reply> {
    const told = ToldBookmark.safeParse(body);
    if (!told.success) throw new BookmarkUnreadable();
    await this.progress.keepBookmark(actor, unit, told.data);
    return json({});
  }

  /** Told by the page’s script, when a link to elsewhere is followed. */
  @Post('items/:item/opened')
  async open(@CurrentCourseActor() actor: CourseActor, @Param() { unit, item }: ItemAddress): Promise<Reply> {
    await this.progress.open(actor, unit, item);
    return json({});
  }

  @Post('items/:item/done')
  async markDone(@CurrentCourseActor() actor: CourseActor, @Param() { unit, item }: ItemAddress): Promise<Reply> {
    await this.progress.markDone(actor, unit, item);
    return seeOther(itemAt(actor.course, { unit, item }));
  }

  @Post('items/:item/undone')
  async unmark(@CurrentCourseActor() actor: CourseActor, @Param() { unit, item }: ItemAddress): Promise<Reply> {
    await this.progress.unmark(actor, unit, item);
    return seeOther(itemAt(actor.course, { unit, item }));
  }

  /** Where forms are posted to: opened by themselves, they lead to the unit. */
  @Get(['items/:item/opened', 'items/:item/done', 'items/:item/undone'])
  backToUnit(@CurrentCourseActor() { course }: CourseActor, @Param('unit') unit: string): Reply {
    return seeOther(unitAt(course, unit));
  }
}

interface ItemAddress {
  readonly unit: string;
  readonly item: string;
}

/** Back to the very item: whoever marks the third reading stays at the third reading. */
const itemAt = (course: CourseActor['course'], { unit, item }: ItemAddress): string =>
  `${unitAt(course, unit)}#mark-${encodeURIComponent(item)}`;
