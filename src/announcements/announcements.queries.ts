import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type CourseActor, isStaff } from '../platform/security/actor.js';
import type { Announcement, Words, WordsByLang } from './announcement.js';

interface Row extends Omit<Announcement, 'words'> {
  readonly fr: Words | null;
  readonly en: Words | null;
  readonly total: number;
}

/** What was never looked at is new; what one wrote oneself never is. Pages know of milliseconds alone. Takes $1 the course, $2 the reader. */
const LINE = `
  an.id, an.published_at AS "publishedAt",
  CASE WHEN an.title_fr IS NOT NULL THEN json_build_object('title', an.title_fr, 'body', an.body_fr) END AS fr,
  CASE WHEN an.title_en IS NOT NULL THEN json_build_object('title', an.title_en, 'body', an.body_en) END AS en, p.name AS author,
  (an.author_id <> $2 AND an.withdrawn_at IS NULL AND date_trunc('milliseconds', an.published_at) > coalesce(
    (SELECT ar.read_until FROM announcement_reading ar WHERE ar.course_id = $1 AND ar.person_id = $2), '-infinity')) IS TRUE AS "isNew"`;
const COLUMNS = `${LINE}, an.version, an.publish_at AS "publishAt", an.withdrawn_at AS "withdrawnAt", an.updated_at AS "updatedAt",
  CASE WHEN sec.id IS NOT NULL THEN json_build_object('id', sec.id, 'name', sec.name) END AS section, count(*) OVER ()::int AS total`;
/** Takes $3, the reader's sections. */
const OF_THE_READER = `
  FROM announcement an JOIN person p ON p.id = an.author_id LEFT JOIN section sec ON sec.id = an.section_id
  WHERE an.course_id = $1 AND (an.section_id IS NULL OR an.section_id = ANY ($3::uuid[]))`;
const PUBLISHED = 'an.published_at IS NOT NULL AND an.withdrawn_at IS NULL';

const ON_A_HOME = 3;
/** The newest that everybody may read, as a column: for statements that ask for them on their way. The rest stands on the board. */
export const NEWEST_COLUMN = `(SELECT json_agg(newest) FROM (
  SELECT ${LINE} ${OF_THE_READER} AND ${PUBLISHED} ORDER BY an.published_at DESC, an.id LIMIT ${ON_A_HOME}) newest) AS announcements`;
export interface NewestRow {
  announcements: readonly NewestJson[] | null;
}
interface NewestJson extends Pick<Announcement, 'id' | 'author' | 'isNew'>, WordsByLang {
  readonly publishedAt: string;
}

/** Those who teach see what is scheduled and withdrawn, too. */
const seenBy = (actor: CourseActor): string => (isStaff(actor) ? OF_THE_READER : `${OF_THE_READER} AND ${PUBLISHED}`);
const readerOf = ({ id, course, sectionIds }: CourseActor): readonly unknown[] => [course.id, id, sectionIds];

@Injectable()
export class AnnouncementsQueries {
  constructor(private readonly database: Database) {}

  /** Newest first; what is scheduled before all. */
  async list(actor: CourseActor, { limit, offset }: { limit: number; offset: number }): Promise<{ list: Announcement[]; total: number }> {
    const rows = await this.database.query<Row>(
      `SELECT ${COLUMNS} ${seenBy(actor)} ORDER BY coalesce(an.published_at, an.publish_at) DESC, an.id LIMIT $4 OFFSET $5`,
      [...readerOf(actor), limit, offset],
    );
    return { list: rows.map(announcementOf), total: rows[0]?.total ?? 0 };
  }

  /** What everybody may read, for feeds; one statement. */
  async latest(actor: CourseActor, limit: number): Promise<Announcement[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${COLUMNS} ${OF_THE_READER} AND ${PUBLISHED} ORDER BY an.published_at DESC, an.id LIMIT $4`,
      [...readerOf(actor), limit],
    );
    return rows.map(announcementOf);
  }

  async find(actor: CourseActor, id: string): Promise<Announcement | null> {
    const rows = await this.database.query<Row>(`SELECT ${COLUMNS} ${seenBy(actor)} AND an.id = $4`, [...readerOf(actor), id]);
    return rows.map(announcementOf)[0] ?? null;
  }

  /** The sections an announcement can be for: those of the actor. */
  sections(actor: CourseActor): Promise<{ id: string; name: string }[]> {
    return this.database.query('SELECT id, name FROM section WHERE course_id = $1 AND id = ANY ($2::uuid[]) ORDER BY name', [
      actor.course.id,
      actor.sectionIds,
    ]);
  }

  /** Everything published until then was seen; what was seen stays seen. */
  async markRead(actor: CourseActor, until: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO announcement_reading (course_id, person_id, read_until) VALUES ($1, $2, least($3, now()))
       ON CONFLICT (course_id, person_id) DO UPDATE SET read_until = greatest(announcement_reading.read_until, excluded.read_until)`,
      [actor.course.id, actor.id, until],
    );
  }
}

const announcementOf = ({ fr, en, total: _, ...row }: Row): Announcement => ({ ...row, words: { fr, en } });
