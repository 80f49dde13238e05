import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { feed, type Reply, seeOther } from '../platform/http/reply.js';
import { Access, CurrentCourseActor, NoSuchPage, PEOPLE_OF_THE_COURSE } from '../platform/security/access.js';
import type { CourseActor } from '../platform/security/actor.js';
import { announcementsAt } from './announcement.js';
import { FeedService } from './feed.service.js';

@Controller('courses/:course')
export class FeedController {
  constructor(private readonly feeds: FeedService) {}

  /** Whoever has the key: a feed reader cannot sign in. */
  @Get('announcements.atom')
  @Access('anyone')
  async read(@Param('course') course: string, @Query('key') key: unknown): Promise<Reply> {
    const atom = await this.feeds.read(course, key);
    if (atom === null) throw new NoSuchPage();
    return feed('application/atom+xml; charset=utf-8', atom);
  }

  @Get(['announcements/address', 'announcements/address/revocation'])
  @Access(PEOPLE_OF_THE_COURSE)
  backToAnnouncements(@CurrentCourseActor() { course }: CourseActor): Reply {
    return seeOther(announcementsAt(course.slug));
  }

  @Post('announcements/address')
  @Access(PEOPLE_OF_THE_COURSE)
  async issue(@CurrentCourseActor() actor: CourseActor): Promise<Reply> {
    await this.feeds.issue(actor);
    return seeOther(`${announcementsAt(actor.course.slug)}?done=made#feed`);
  }

  @Post('announcements/address/revocation')
  @Access(PEOPLE_OF_THE_COURSE)
  async revoke(@CurrentCourseActor() actor: CourseActor): Promise<Reply> {
    await this.feeds.revoke(actor);
    return seeOther(`${announcementsAt(actor.course.slug)}?done=revoked#feed`);
  }
}
