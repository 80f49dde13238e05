import { Body, Controller, Get, Headers, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { json, liveStream, type Reply } from '../../platform/http/reply.js';
import { Live } from '../../platform/live/live.js';
import { Access, CurrentCourseActor, NoSuchPage, STUDENTS } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { WorksheetNotFound } from '../workspace.errors.js';
import { topicOf } from './topic.js';
import { WatchQueries } from './watch.queries.js';

const Since = z.object({
  since: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .catch(0),
});
const Presence = z.strictObject({
  row: z.uuid().nullable(),
  field: z.string().min(1).max(200).nullable(),
  since: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});

/** A worksheet while several are in it: what changed, who is where, and the stream that says when to ask. */
@Controller('courses/:course/assignments/:assignment/workspace')
@Access(STUDENTS)
export class WatchController {
  constructor(
    private readonly queries: WatchQueries,
    private readonly live: Live,
  ) {}

  @Get('changes')
  async changes(@CurrentCourseActor() actor: CourseActor, @Param('assignment') key: string, @Query() query: unknown): Promise<Reply> {
    const news = await this.queries.news(actor, key, Since.parse(query ?? {}).since);
    if (!news) throw new WorksheetNotFound();
    return json(news);
  }

  /** Says where somebody is, and answers with what they may not know yet. */
  @Put('presence')
  async stand(@CurrentCourseActor() actor: CourseActor, @Param('assignment') key: string, @Body() body: unknown): Promise<Reply> {
    const given = Presence.safeParse(body);
    if (!given.success) throw new WorksheetNotFound();
    const { row, field, since } = given.data;
    const there = await this.queries.stand(actor, key, row && field ? { row, field } : null);
    if (!there) throw new WorksheetNotFound();
    if (there.isNew) this.live.announce(topicOf(there.id), there.number);
    return json(await this.queries.news(actor, key, since));
  }

  /** Who asks for a page finds none here: only a script that listens is answered, and for as long as it does. */
  @Get('live')
  async follow(
    @CurrentCourseActor() actor: CourseActor,
    @Param('assignment') key: string,
    @Headers('accept') accept: string | undefined,
  ): Promise<Reply> {
    if (accept !== 'text/event-stream') throw new NoSuchPage();
    const sheet = await this.queries.find(actor, key);
    if (!sheet) throw new WorksheetNotFound();
    return liveStream(topicOf(sheet.id));
  }
}
