import { type Lang, otherLang } from '../kernel/localised.js';

/** A title, and a text in Markdown. */
export interface Words {
  readonly title: string;
  readonly body: string;
}
/** In the languages it was written in: one at least. */
export type WordsByLang = Readonly<Record<Lang, Words | null>>;

/** What those who teach tell a course, or one section of it. */
export interface Announcement {
  readonly id: string;
  readonly words: WordsByLang;
  /** Null for everybody in the course. */
  readonly section: { readonly id: string; readonly name: string } | null;
  /** The name of whoever wrote it. */
  readonly author: string;
  /** When it is to be published, or was. */
  readonly publishAt: Date;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** When its readers last got something new to read in it. */
  readonly updatedAt: Date;
  readonly version: number;
  /** Published since the reader last looked, and not by themselves. */
  readonly isNew: boolean;
}

export type AnnouncementState = 'scheduled' | 'published' | 'withdrawn';

export const stateOf = ({ publishedAt, withdrawnAt }: Pick<Announcement, 'publishedAt' | 'withdrawnAt'>): AnnouncementState =>
  withdrawnAt ? 'withdrawn' : publishedAt ? 'published' : 'scheduled';

/** In the reader's language, or in the one there is. */
export function inLanguage(words: WordsByLang, lang: Lang): Words & { readonly lang: Lang } {
  const own = words[lang];
  const shown = own ? lang : otherLang(lang);
  return { ...(own ?? words[shown] ?? { title: '', body: '' }), lang: shown };
}

/** An edit after which its readers read something else than was published, told apart from the publication itself. */
export const isEdited = ({ publishedAt, updatedAt }: Announcement): boolean => publishedAt !== null && updatedAt > publishedAt;

/** What was just done, as the address of the next page has it. */
export type AnnouncementNotice = 'written' | 'edited' | 'withdrawn' | 'made' | 'revoked' | null;

export const announcementsAt = (course: string): string => `/courses/${course}/announcements`;
export const announcementAt = (course: string, id: string): string => `${announcementsAt(course)}/${id}`;
