import { Inject, Injectable } from '@nestjs/common';
import { PrivateAddresses } from '../people/index.js';
import { ENV } from '../platform/config/config.module.js';
import type { Env } from '../platform/config/env.js';
import type { CourseActor } from '../platform/security/actor.js';
import { announcementsAt } from './announcement.js';
import { AnnouncementsQueries } from './announcements.queries.js';
import { atomOf } from './feed.js';

/** A reader that was away longer has the page. */
const ENTRIES = 30;

export interface FeedAddress {
  /** Null where it can no longer be shown. */
  readonly address: string | null;
  readonly createdAt: Date;
}

/** The announcements of a course as a feed, and the private address at which each person has theirs. */
@Injectable()
export class FeedService {
  constructor(
    private readonly addresses: PrivateAddresses,
    private readonly queries: AnnouncementsQueries,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** What its owner may read now, in their language; null where the key opens nothing. */
  async read(courseSlug: string, key: unknown): Promise<string | null> {
    const reader = await this.addresses.readerOf(courseSlug, 'announcements', key);
    if (!reader) return null;
    const announcements = await this.queries.latest(reader, ENTRIES);
    const [home, self] = [this.env.PUBLIC_URL, this.addressOf(courseSlug, String(key))];
    return atomOf({ course: reader.course, lang: reader.language ?? 'fr', announcements, home, self });
  }

  async find(actor: CourseActor): Promise<FeedAddress | null> {
    const found = await this.addresses.find(actor, 'announcements');
    return found && { address: found.token && this.addressOf(actor.course.slug, found.token), createdAt: found.createdAt };
  }

  async issue(actor: CourseActor): Promise<void> {
    await this.addresses.issue(actor, 'announcements');
  }

  revoke(actor: CourseActor): Promise<void> {
    return this.addresses.revoke(actor, 'announcements');
  }

  private addressOf(course: string, key: string): string {
    return `${this.env.PUBLIC_URL}${announcementsAt(course)}.atom?key=${key}`;
  }
}
