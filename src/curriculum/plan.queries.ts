import { Injectable } from '@nestjs/common';
import type { Localised } from '../kernel/localised.js';
import { type Day, dayOf } from '../platform/clock/zoned.js';
import { Database } from '../platform/database/database.js';
import type { CourseActor } from '../platform/security/actor.js';
import type { ReleaseState } from './unit-release.entity.js';

/** One class of the course, in its week. Some units take two classes, some classes have no unit. */
export interface ClassMeeting {
  readonly id: string;
  readonly week: number;
  readonly unit: string | null;
  readonly title: Localised;
  /** The day it begins on, in the course's zone. */
  readonly day: Day;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: Localised;
  /** It was to take place, and will not: people who had it in their calendar are told. */
  readonly isCancelled: boolean;
  readonly version: number;
  readonly changedAt: Date;
}

export interface Release {
  readonly state: ReleaseState;
  /** Only when scheduled. */
  readonly opensAt: Date | null;
  /** What it was last scheduled for, though it may not be any more. */
  readonly lastOpensAt: Date | null;
  readonly changedAt: Date | null;
  /** 0 where nothing was ever decided. */
  readonly version: number;
}

/** What a course teaches when, and what of it is open, at one instant of the database's clock. */
export interface CoursePlan {
  readonly now: Date;
  readonly meetings: readonly ClassMeeting[];
  releaseOf(unit: string): Release;
}

const UNDECIDED: Release = { state: 'draft', opensAt: null, lastOpensAt: null, changedAt: null, version: 0 };

/** The plan of the course `$1`, as columns: other statements may ask for it on their way. */
export const PLAN_COLUMNS = `now() AS now,
  (SELECT json_agg(one ORDER BY one.starts_at, one.week) FROM (
     SELECT id, week, unit_key, title_fr, title_en, starts_at, ends_at, place_fr, place_en, cancelled_at, version, changed_at
     FROM meeting WHERE course_id = $1) one) AS meetings,
  (SELECT json_agg(one) FROM (
     SELECT unit_key, state, opens_at, last_opens_at, changed_at, version FROM unit_release WHERE course_id = $1) one) AS releases`;

/** The plan of a course: asked for by every page of it, so one statement, whatever the number of classes. */
@Injectable()
export class PlanQueries {
  constructor(private readonly database: Database) {}

  async read(actor: Pick<CourseActor, 'course'>): Promise<CoursePlan> {
    const [row] = await this.database.query<PlanRow>(`SELECT ${PLAN_COLUMNS}`, [actor.course.id]);
    return planFrom(row!, actor.course.timeZone);
  }
}

export function planFrom({ now, meetings, releases: rows }: PlanRow, zone: string): CoursePlan {
  const releases = new Map(rows?.map((release) => [release.unit_key, releaseFrom(release)]));
  return {
    now,
    meetings: (meetings ?? []).map((meeting) => meetingFrom(meeting, zone)),
    releaseOf: (unit) => releases.get(unit) ?? UNDECIDED,
  };
}

export interface PlanRow {
  now: Date;
  meetings: MeetingRow[] | null;
  releases: ReleaseRow[] | null;
}
interface MeetingRow {
  id: string;
  week: number;
  unit_key: string | null;
  title_fr: string;
  title_en: string;
  starts_at: string;
  ends_at: string;
  place_fr: string;
  place_en: string;
  cancelled_at: string | null;
  version: number;
  changed_at: string;
}
interface ReleaseRow {
  unit_key: string;
  state: ReleaseState;
  opens_at: string | null;
  last_opens_at: string | null;
  changed_at: string;
  version: number;
}

const meetingFrom = (row: MeetingRow, zone: string): ClassMeeting => ({
  id: row.id,
  week: row.week,
  unit: row.unit_key,
  title: { fr: row.title_fr, en: row.title_en },
  day: dayOf(new Date(row.starts_at), zone),
  startsAt: new Date(row.starts_at),
  endsAt: new Date(row.ends_at),
  place: { fr: row.place_fr, en: row.place_en },
  isCancelled: row.cancelled_at !== null,
  version: row.version,
  changedAt: new Date(row.changed_at),
});

const releaseFrom = (row: ReleaseRow): Release => ({
  state: row.state,
  opensAt: row.opens_at ? new Date(row.opens_at) : null,
  lastOpensAt: row.last_opens_at ? new Date(row.last_opens_at) : null,
  changedAt: new Date(row.changed_at),
  version: row.version,
});
