import { Injectable } from '@nestjs/common';
import type { Lang } from '../kernel/localised.js';
import type { CourseActor } from '../platform/security/actor.js';
import { type Announcement, inLanguage } from './announcement.js';
import { AnnouncementsQueries, type NewestRow } from './announcements.queries.js';
import { excerptOf } from './body.js';
import { type FeedAddress, FeedService } from './feed.service.js';

const A_PAGE = 20;

export interface Board {
  readonly announcements: readonly Announcement[];
  /** Counted from 1. */
  readonly number: number;
  readonly pages: number;
  readonly feed: FeedAddress | null;
}

/** An announcement in a line, in its reader's language or the one there is. */
export interface AnnouncementLine {
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  readonly lang: Lang;
  readonly author: string;
  readonly publishedAt: Date;
  readonly isNew: boolean;
}

/** What each reader finds on the course's board. */
/** What a home found in its own statement, the newest first. */
export const newestFrom = ({ announcements }: NewestRow, lang: Lang): AnnouncementLine[] =>
  (announcements ?? []).map(({ id, fr, en, author, publishedAt, isNew }) => {
    const { title, body, lang: written } = inLanguage({ fr, en }, lang);
    return { id, title, author, isNew, lang: written, excerpt: excerptOf(body, written), publishedAt: new Date(publishedAt) };
  });

@Injectable()
export class BoardService {
  constructor(
    private readonly queries: AnnouncementsQueries,
    private readonly feeds: FeedService,
  ) {}

  async read(actor: CourseActor, number: number): Promise<Board> {
    const [{ list, total }, feed] = await Promise.all([
      this.queries.list(actor, { limit: A_PAGE, offset: (number - 1) * A_PAGE }),
      this.feeds.find(actor),
    ]);
    return { announcements: list, number, pages: Math.max(number, Math.ceil(total / A_PAGE)), feed };
  }

  /** The reader has seen what was published until then. */
  markRead(actor: CourseActor, until: Date): Promise<void> {
    return this.queries.markRead(actor, until);
  }
}
