import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Decision } from '../kernel/decision.js';
import { type Lang, LANGS, type Localised } from '../kernel/localised.js';
import { AuditLog } from '../platform/audit/audit-log.js';
import { Database } from '../platform/database/database.js';
import { JobQueue } from '../platform/jobs/job-queue.js';
import type { SafeHtml } from '../platform/markup/safe-html.js';
import type { CourseActor } from '../platform/security/actor.js';
import { AnnouncementNotFound, AnnouncingRefused } from './announcements.errors.js';
import { type Announcement, stateOf } from './announcement.js';
import type { AnnouncementWish } from './announcement-form.js';
import { mayAnnounce, mayChange, mayPublishAt } from './announcements.policy.js';
import { AnnouncementsQueries } from './announcements.queries.js';
import { FindableAnnouncements } from './findable-announcements.js';
import { renderBody } from './body.js';
import { Publication, PUBLISH_ANNOUNCEMENTS } from './publication.js';
import { announceTexts } from './text.js';

export type AnnouncementOutcome =
  | { readonly kind: 'done'; readonly id: string }
  /** Somebody changed it since the page was shown, or its time came. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly field: 'publish_at' | 'section'; readonly because: Localised };

export interface AnnouncementPreview {
  readonly versions: readonly { readonly lang: Lang; readonly title: string; readonly body: SafeHtml }[];
  readonly people: number;
}

const NO_SUCH_SECTION: Localised = announceTexts.inBoth.messages.noSuchSection;

/** Writes, changes and withdraws announcements. What each reader sees of them stands in `AnnouncementsQueries`. */
@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly database: Database,
    private readonly queries: AnnouncementsQueries,
    private readonly publication: Publication,
    private readonly findable: FindableAnnouncements,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
  ) {}

  /** @throws AnnouncementNotFound when there is none, or it is not for the actor. */
  async read(actor: CourseActor, id: string): Promise<Announcement> {
    const announcement = await this.queries.find(actor, id);
    if (!announcement) throw new AnnouncementNotFound();
    return announcement;
  }

  /** One that the actor may change. @throws AnnouncementNotFound, AnnouncingRefused */
  async readToChange(actor: CourseActor, id: string): Promise<Announcement> {
    const announcement = await this.read(actor, id);
    insist(mayChange(actor, announcement));
    return announcement;
  }

  /** Under the id that its form was given: sent twice, it is written once. @throws AnnouncingRefused */
  async write(actor: CourseActor, wish: AnnouncementWish): Promise<AnnouncementOutcome> {
    insist(mayAnnounce(actor));
    const id = wish.id ?? randomUUID();
    return this.database.transaction(async () => {
      const refused = await this.refusalOf(actor, wish);
      if (refused) return refused;
      const { fr, en } = wish.words;
      const written = await this.database.query(
        `INSERT INTO announcement (id, course_id, section_id, author_id, title_fr, body_fr, title_en, body_en, publish_at, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, now()), now(), now()) ON CONFLICT DO NOTHING RETURNING id`,
        [id, actor.course.id, wish.sectionId, actor.id, fr?.title, fr?.body, en?.title, en?.body, dateOf(wish)],
      );
      if (written.length === 0) return { kind: 'done', id };
      await this.note(actor, 'announcement-written', id, { publishAt: dateOf(wish) ?? 'now', section: wish.sectionId });
      await this.arrange(actor, id, wish);
      return { kind: 'done', id };
    });
  }

  /** Of a published one the words alone: who read it and when is past. @throws AnnouncementNotFound, AnnouncingRefused */
  async edit(actor: CourseActor, id: string, wish: AnnouncementWish): Promise<AnnouncementOutcome> {
    return this.database.transaction(async () => {
      const standing = await this.readToChange(actor, id);
      const isScheduled = stateOf(standing) === 'scheduled';
      if (standing.version !== wish.madeFrom || isScheduled === (wish.when === 'kept')) return { kind: 'conflict' };
      const refused = isScheduled ? await this.refusalOf(actor, wish) : null;
      if (refused) return refused;
      if (!(await this.rewrite(actor, standing, wish))) return { kind: 'conflict' };
      await this.note(actor, 'announcement-edited', id, { version: standing.version, words: standing.words });
      await this.findable.follow(id);
      if (isScheduled) await this.arrange(actor, id, wish);
      return { kind: 'done', id };
    });
  }

  /** @throws AnnouncementNotFound, AnnouncingRefused */
  async withdraw(actor: CourseActor, id: string, seen: number): Promise<AnnouncementOutcome> {
    return this.database.transaction(async () => {
      await this.readToChange(actor, id);
      const changed = await this.database.change(
        `UPDATE announcement SET withdrawn_at = now(), updated_at = now(), version = version + 1
         WHERE id = $1 AND course_id = $2 AND version = $3 AND withdrawn_at IS NULL`,
        [id, actor.course.id, seen],
      );
      if (changed === 0) return { kind: 'conflict' };
      await this.note(actor, 'announcement-withdrawn', id, {});
      await this.findable.follow(id);
      return { kind: 'done', id };
    });
  }

  /** What one may write for, and to whom. @throws AnnouncingRefused */
  async sections(actor: CourseActor): Promise<readonly { readonly id: string; readonly name: string }[]> {
    insist(mayAnnounce(actor));
    return this.queries.sections(actor);
  }

  /** How it would look, and how many would be written to, were it published now. */
  async preview(actor: CourseActor, { words, sectionId }: AnnouncementWish): Promise<AnnouncementPreview> {
    const versions = LANGS.flatMap((lang) => {
      const written = words[lang];
      return written ? [{ lang, title: written.title, body: renderBody(written.body, lang) }] : [];
    });
    return { versions, people: (await this.publication.recipientsOf(actor.course.id, sectionId, actor.id)).length };
  }

  /** False when the version the wish was made from is no longer the newest. */
  private async rewrite(
    actor: CourseActor,
    { id, section, publishAt, publishedAt }: Announcement,
    wish: AnnouncementWish,
  ): Promise<boolean> {
    const { fr, en } = wish.words;
    const [sectionId, date] = publishedAt ? [section?.id ?? null, publishAt] : [wish.sectionId, dateOf(wish)];
    const changed = await this.database.change(
      `UPDATE announcement SET title_fr = $4, body_fr = $5, title_en = $6, body_en = $7, section_id = $8, publish_at = coalesce($9, now()),
              updated_at = now(), version = version + 1
       WHERE id = $1 AND course_id = $2 AND version = $3 AND withdrawn_at IS NULL`,
      [id, actor.course.id, wish.madeFrom, fr?.title, fr?.body, en?.title, en?.body, sectionId, date],
    );
    return changed > 0;
  }

  private async refusalOf(actor: CourseActor, { sectionId, when }: AnnouncementWish): Promise<AnnouncementOutcome | null> {
    if (sectionId && !actor.sectionIds.includes(sectionId)) return { kind: 'refused', field: 'section', because: NO_SUCH_SECTION };
    if (!(when instanceof Date)) return null;
    const may = mayPublishAt(when, await this.database.now());
    return may.allowed ? null : { kind: 'refused', field: 'publish_at', because: may.because };
  }

  /** At once, or by a job at the date; a later date replaces the job of an earlier one. */
  private async arrange(actor: CourseActor, id: string, { when }: AnnouncementWish): Promise<void> {
    if (when instanceof Date) await this.jobs.add(PUBLISH_ANNOUNCEMENTS, [{ payload: {}, key: `announcement:${id}`, runAt: when }]);
    else await this.publication.publish(id, actor.id);
  }

  private note(actor: CourseActor, action: string, id: string, detail: object): Promise<void> {
    return this.audit.note({ courseId: actor.course.id, actorId: actor.id, action, object: `announcement:${id}`, detail });
  }
}

const dateOf = ({ when }: AnnouncementWish): Date | null => (when instanceof Date ? when : null);

function insist(may: Decision): void {
  if (!may.allowed) throw new AnnouncingRefused(may.because);
}
