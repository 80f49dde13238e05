import { generateAtomFeed } from 'feedsmith';
import type { Lang } from '../kernel/localised.js';
import type { CourseRef } from '../platform/security/actor.js';
import { type Announcement, announcementAt, announcementsAt, inLanguage } from './announcement.js';
import { renderBody } from './body.js';
import { announceTexts } from './text.js';

export interface FeedFacts {
  readonly course: CourseRef;
  readonly lang: Lang;
  /** Newest first. */
  readonly announcements: readonly Announcement[];
  /** The platform's address, and the feed's own, key and all. */
  readonly home: string;
  readonly self: string;
}

/** Ids are the rows' own: an address may move to another host, and readers still know what they have read. */
const idOf = (id: string): string => `urn:uuid:${id}`;
/** A feed of which nothing was published yet is as old as can be. */
const NEVER = new Date(0);

/** RFC 4287, in its reader's language where there is one. */
export function atomOf({ course, lang, announcements, home, self }: FeedFacts): string {
  const updates = announcements.map(({ updatedAt }) => updatedAt.getTime());
  return generateAtomFeed({
    id: idOf(course.id),
    title: { value: announceTexts[lang].feed.name(course.title[lang]) },
    updated: updates.length > 0 ? new Date(Math.max(...updates)) : NEVER,
    xml: { lang: `${lang}-CA` },
    authors: [{ name: 'Attrait' }],
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: home + announcementsAt(course.slug), rel: 'alternate', type: 'text/html' },
    ],
    entries: announcements.map((announcement) => entryOf(announcement, lang, home + announcementAt(course.slug, announcement.id))),
  });
}

function entryOf({ id, words, author, publishedAt, updatedAt }: Announcement, lang: Lang, address: string) {
  const { title, body, lang: written } = inLanguage(words, lang);
  const xml = { lang: `${written}-CA` };
  return {
    id: idOf(id),
    title: { value: title, xml },
    ...(publishedAt && { published: publishedAt }),
    updated: updatedAt,
    authors: [{ name: author }],
    links: [{ href: address, rel: 'alternate', type: 'text/html' }],
    content: { type: 'html', value: renderBody(body, written), xml },
  };
}
