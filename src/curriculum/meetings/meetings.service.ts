import { Injectable } from '@nestjs/common';
import type { Localised } from '../../kernel/localised.js';
import { mayArrange } from '../../people/index.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { ArrangingRefused, MeetingNotFound } from '../curriculum.errors.js';
import type { NewMeeting } from '../curriculum.service.js';
import { type ClassMeeting, PlanQueries } from '../plan.queries.js';

/** One class as a lecturer wants it, and the version the page showed them. */
export interface MeetingWish {
  readonly title: Localised;
  readonly place: Localised;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
  readonly madeFrom: number;
}

/** Moves, renames and cancels the classes of a course. A class is never deleted: whoever has it in a calendar must hear of it. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @throws MeetingNotFound */
  async read(actor: CourseActor, week: number): Promise<ClassMeeting> {
    const found = (await this.plans.read(actor)).meetings.find((meeting) => meeting.week === week);
    if (!found) throw new MeetingNotFound();
    return found;
  }

  /** `conflict` when somebody changed the class since the page was shown. @throws MeetingNotFound, ArrangingRefused */
  async change(actor: CourseActor, week: number, wish: MeetingWish): Promise<'done' | 'conflict'> {
    requireArranging(actor);
    return this.database.transaction(async () => {
      const standing = await this.read(actor, week);
      const { title, place, startsAt, endsAt, isCancelled } = wish;
      const changed = await this.database.change(
        `UPDATE meeting SET title_fr = $4, title_en = $5, place_fr = $6, place_en = $7, starts_at = $8, ends_at = $9,
                cancelled_at = CASE WHEN $10 THEN coalesce(cancelled_at, now()) END, version = version + 1, changed_at = now()
         WHERE course_id = $1 AND week = $2 AND version = $3`,
        [actor.course.id, week, wish.madeFrom, title.fr, title.en, place.fr, place.en, startsAt, endsAt, isCancelled],
      );
      if (changed === 0) return 'conflict';
      const detail = { from: datesOf(standing), to: datesOf(wish) };
      await this.note(actor, 'class-changed', week, detail);
      return 'done';
    });
  }

  /** Gives each week its class at these hours, and adds the weeks that have none. Titles and places of classes that exist stay; a cancelled one takes place again. @throws ArrangingRefused */
  async replan(actor: CourseActor, meetings: readonly NewMeeting[], timetable: object): Promise<void> {
    requireArranging(actor);
    const columns = [
      meetings.map(({ week }) => week),
      meetings.map(({ unit }) => unit),
      meetings.map(({ title }) => title.fr),
      meetings.map(({ title }) => title.en),
      meetings.map(({ startsAt }) => startsAt),
      meetings.map(({ endsAt }) => endsAt),
    ];
    const changed = await this.database.query<{ week: number; starts_at: Date }>(
      `INSERT INTO meeting (course_id, week, unit_key, title_fr, title_en, starts_at, ends_at)
       SELECT $1, given.* FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[]) AS given
       ON CONFLICT (course_id, week) DO UPDATE
         SET starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at, cancelled_at = NULL, version = meeting.version + 1, changed_at = now()
         WHERE meeting.starts_at <> EXCLUDED.starts_at OR meeting.ends_at <> EXCLUDED.ends_at OR meeting.cancelled_at IS NOT NULL
       RETURNING week, starts_at`,
      [actor.course.id, ...columns],
    );
    for (const { week, starts_at: startsAt } of changed) await this.note(actor, 'class-changed', week, { to: { startsAt } });
    const { id: actorId, course } = actor;
    await this.audit.note({ courseId: course.id, actorId, action: 'calendar-set', object: `course:${course.id}`, detail: timetable });
  }

  private note({ id: actorId, course }: CourseActor, action: string, week: number, detail: object): Promise<void> {
    return this.audit.note({ courseId: course.id, actorId, action, object: `class:${week}`, detail });
  }
}

const datesOf = ({ startsAt, endsAt, isCancelled }: Pick<MeetingWish, 'startsAt' | 'endsAt' | 'isCancelled'>): object => ({
  startsAt,
  endsAt,
  isCancelled,
});

function requireArranging(actor: CourseActor): void {
  const may = mayArrange(actor);
  if (!may.allowed) throw new ArrangingRefused(may.because);
}
