import { Inject, Injectable } from '@nestjs/common';
import { Notices } from '../people/index.js';
import { AuditLog } from '../platform/audit/audit-log.js';
import { ENV } from '../platform/config/config.module.js';
import type { Env } from '../platform/config/env.js';
import { Database } from '../platform/database/database.js';
import { defineJob } from '../platform/jobs/job.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { announcementAt, type Words } from './announcement.js';
import { FindableAnnouncements } from './findable-announcements.js';
import { announcementMails, type Recipient } from './announcement-mail.js';

interface Published {
  readonly id: string;
  readonly course_id: string;
  readonly section_id: string | null;
  readonly author_id: string;
  readonly author: string;
  readonly fr: Words | null;
  readonly en: Words | null;
  readonly slug: string;
  readonly course_fr: string;
  readonly course_en: string;
}

/** Publishes every announcement whose date has come. */
export const PUBLISH_ANNOUNCEMENTS = defineJob('publish-announcements');

/** Publishes announcements when their time has come, each once: what is read and what is mailed appear together, or not at all. */
@Injectable()
export class Publication {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly audit: AuditLog,
    private readonly findable: FindableAnnouncements,
    @Inject(ENV) private readonly env: Env,
    runner: JobRunner,
  ) {
    // The job of an announcement comes at its date; the round finds what a restored backup or a lost job left behind.
    runner.repeat(PUBLISH_ANNOUNCEMENTS, '*/10 * * * *', () => this.publishDue());
  }

  /** Safe to run twice, and side by side: the first to change the row publishes it. */
  async publishDue(): Promise<void> {
    const due = await this.database.query<{ id: string }>(
      `SELECT id FROM announcement WHERE publish_at <= now() AND published_at IS NULL AND withdrawn_at IS NULL ORDER BY publish_at`,
    );
    for (const { id } of due) await this.publish(id, null);
  }

  /** Nothing happens where it is published already, was withdrawn, is not due yet, or its course is archived. */
  async publish(id: string, byId: string | null): Promise<void> {
    await this.database.transaction(async () => {
      const announcement = await this.markPublished(id);
      if (!announcement) return;
      const recipients = await this.recipientsOf(announcement.course_id, announcement.section_id, announcement.author_id);
      const { fr, en, author, slug, course_fr, course_en, course_id: courseId } = announcement;
      const address = this.env.PUBLIC_URL + announcementAt(slug, id);
      const letter = { id, words: { fr, en }, author, address, courseTitle: { fr: course_fr, en: course_en } };
      await this.findable.follow(id);
      await this.notices.write('announcements', announcementMails(letter, recipients));
      const detail = { section: announcement.section_id };
      await this.audit.note({ courseId, actorId: byId, action: 'announcement-published', object: `announcement:${id}`, detail });
    });
  }

  /** Whoever takes part and is meant, but for the author: students of the section, its assistants, the lecturers. */
  recipientsOf(courseId: string, sectionId: string | null, authorId: string): Promise<Recipient[]> {
    return this.database.query<Recipient>(
      `SELECT p.id, p.email, p.language FROM enrolment e JOIN person p ON p.id = e.person_id AND p.suspended_at IS NULL
       WHERE e.course_id = $1 AND e.ended_at IS NULL AND p.id <> $3
         AND ($2::uuid IS NULL OR e.role = 'lecturer' OR e.section_id = $2
              OR EXISTS (SELECT FROM assistant_section asec WHERE asec.section_id = $2 AND asec.person_id = p.id))`,
      [courseId, sectionId, authorId],
    );
  }

  private async markPublished(id: string): Promise<Published | null> {
    const [row] = await this.database.query<Published>(
      `UPDATE announcement an SET published_at = now(), updated_at = now(), version = version + 1
       FROM course c, person p
       WHERE an.id = $1 AND c.id = an.course_id AND p.id = an.author_id AND c.archived_at IS NULL
         AND an.published_at IS NULL AND an.withdrawn_at IS NULL AND an.publish_at <= now()
       RETURNING an.id, an.course_id, an.section_id, an.author_id, p.name AS author, c.slug, c.title_fr AS course_fr, c.title_en AS course_en,
         CASE WHEN an.title_fr IS NOT NULL THEN json_build_object('title', an.title_fr, 'body', an.body_fr) END AS fr,
         CASE WHEN an.title_en IS NOT NULL THEN json_build_object('title', an.title_en, 'body', an.body_en) END AS en`,
      [id],
    );
    return row ?? null;
  }
}
