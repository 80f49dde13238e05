import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type CourseActor, isStaff } from '../platform/security/actor.js';
import type { Announcement, Words } from './announcement.js';

interface Row extends Omit<Announcement, 'words'> {
  readonly fr: Words | null;
  readonly en: Words | null;
  readonly total: number;
}

/** What was never looked at is new; what one wrote oneself never is. Pages know of milliseconds alone. Takes $1 the course, $2 the reader. */
const COLUMNS = `
  a.id, a.version, a.publish_at AS "publishAt", a.published_at AS "publishedAt", a.withdrawn_at AS "withdrawnAt", a.updated_at AS "updatedAt",
  CASE WHEN a.title_fr IS NOT NULL THEN json_build_object('title', a.title_fr, 'body', a.body_fr) END AS fr,
  CASE WHEN a.title_en IS NOT NULL THEN json_build_object('title', a.title_en, 'body', a.body_en) END AS en,
  CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS section, p.name AS author,
  (a.author_id <> $2 AND a.withdrawn_at IS NULL AND date_trunc('milliseconds', a.published_at) > coalesce(
    (SELECT r.read_until FROM announcement_reading r WHERE r.course_id = $1 AND r.person_id = $2), '-infinity')) IS TRUE AS "isNew",
  count(*) OVER ()::int AS total`;
/** Takes $3, the reader's sections. */
const OF_THE_READER = `
  FROM announcement a JOIN person p ON p.id = a.author_id LEFT JOIN section s ON s.id = a.section_id
  WHERE a.course_id = $1 AND (a.section_id IS NULL OR a.section_id = ANY ($3::uuid[]))`;
const PUBLISHED = 'a.published_at IS NOT NULL AND a.withdrawn_at IS NULL';

/** Those who teach see what is scheduled and withdrawn, too. */
const seenBy = (actor: CourseActor): string => (isStaff(actor) ? OF_THE_READER : `${OF_THE_READER} AND ${PUBLISHED}`);
const readerOf = ({ id, course, sectionIds }: CourseActor): readonly unknown[] => [course.id, id, sectionIds];

@Injectable()
export class AnnouncementsQueries {
  constructor(private readonly database: Database) {}

  /** Newest first; what is scheduled before all. */
  async list(actor: CourseActor, { limit, offset }: { limit: number; offset: number }): Promise<{ list: Announcement[]; total: number }> {
    const rows = await this.database.query<Row>(
      `SELECT ${COLUMNS} ${seenBy(actor)} ORDER BY coalesce(a.published_at, a.publish_at) DESC, a.id LIMIT $4 OFFSET $5`,
      [...readerOf(actor), limit, offset],
    );
    return { list: rows.map(announcementOf), total: rows[0]?.total ?? 0 };
  }

  /** What everybody may read, for homes and feeds; one statement. */
  async latest(actor: CourseActor, limit: number): Promise<Announcement[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${COLUMNS} ${OF_THE_READER} AND ${PUBLISHED} ORDER BY a.published_at DESC, a.id LIMIT $4`,
      [...readerOf(actor), limit],
    );
    return rows.map(announcementOf);
  }

  async find(actor: CourseActor, id: string): Promise<Announcement | null> {
    const rows = await this.database.query<Row>(`SELECT ${COLUMNS} ${seenBy(actor)} AND a.id = $4`, [...readerOf(actor), id]);
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
