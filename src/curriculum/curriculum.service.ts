import { Injectable } from '@nestjs/common';
import type { Localised } from '../kernel/localised.js';
import { Database } from '../platform/database/database.js';
import type { CourseActor } from '../platform/security/actor.js';
import { Meeting } from './meeting.entity.js';
import { type CoursePlan, PlanQueries } from './plan.queries.js';
import { type ReleaseState, UnitRelease } from './unit-release.entity.js';

export interface NewMeeting {
  readonly week: number;
  readonly unit: string | null;
  readonly title: Localised;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place?: Localised;
}
export interface FirstRelease {
  readonly unit: string;
  readonly state: ReleaseState;
  /** Only when scheduled. */
  readonly opensAt?: Date;
}

/** When a course teaches what. What is taught is in `CurriculumContent`; a release is changed by `ReleasesService`. */
@Injectable()
export class CurriculumService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanQueries,
  ) {}

  /** The classes and the releases of the actor's course, and the database's present moment, in one statement. */
  plan(actor: Pick<CourseActor, 'course'>): Promise<CoursePlan> {
    return this.plans.read(actor);
  }

  /** Puts classes in the calendar of a course that is being made. */
  async addMeetings(courseId: string, meetings: readonly NewMeeting[]): Promise<void> {
    await this.database.of(Meeting).insert(
      meetings.map(({ week, unit, title, startsAt, endsAt, place }) => ({
        courseId,
        week,
        unitKey: unit,
        startsAt,
        endsAt,
        titleFr: title.fr,
        titleEn: title.en,
        placeFr: place?.fr ?? '',
        placeEn: place?.en ?? '',
      })),
    );
  }

  /** Says what is open in a course that is being made; a unit left out is a draft. */
  async addReleases(courseId: string, releases: readonly FirstRelease[]): Promise<void> {
    await this.database
      .of(UnitRelease)
      .insert(releases.map(({ unit, state, opensAt = null }) => ({ courseId, unitKey: unit, state, opensAt, lastOpensAt: opensAt })));
  }
}
