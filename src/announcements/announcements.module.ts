import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { AnnouncementsController } from './announcements.controller.js';
import { AnnouncementsQueries } from './announcements.queries.js';
import { AnnouncementsService } from './announcements.service.js';
import { BoardService } from './board.service.js';
import { WritingController } from './writing.controller.js';
import { FeedController } from './feed.controller.js';
import { SearchIndexModule } from '../platform/search-index/search-index.module.js';
import { FindableAnnouncements } from './findable-announcements.js';
import { FeedService } from './feed.service.js';
import { Publication } from './publication.js';

/** What those who teach tell the class: on the course's page, by mail, and in a feed. It is no conversation: nobody answers in it. */
@Module({
  imports: [PeopleModule, SearchIndexModule],
  controllers: [FeedController, WritingController, AnnouncementsController],
  providers: [AnnouncementsQueries, AnnouncementsService, BoardService, FeedService, FindableAnnouncements, Publication],
  exports: [AnnouncementsService],
})
export class AnnouncementsModule {}
