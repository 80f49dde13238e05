import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CourseStage, AssignmentsService, StageDates } from '../../assignments/index.js';
import {
  type ClassMeeting,
  type CoursePlan,
  CurriculumService,
  isReleased,
  MeetingsService,
  type NewMeeting,
  ReleasesService,
} from '../../curriculum/index.js';
import { PeopleService } from '../../people/index.js';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { planMeetings, planStages, type StageDates as Dates } from '../course/course-plan.js';
import type { TimetableWish } from './timetable-form.js';

export interface PlannedMeeting extends NewMeeting {
  /** The class of that week as it stands. */
  readonly standing: ClassMeeting | null;
}
export interface PlannedStage extends Dates {
  readonly stage: CourseStage;
}
export interface PlannedRelease {
  readonly unit: string;
  readonly opensAt: Date;
  readonly version: number;
}

/** Every date as a wish would have it, beside what stands. */
export interface CalendarPlan {
  readonly meetings: readonly PlannedMeeting[];
  readonly stages: readonly PlannedStage[];
  readonly releases: readonly PlannedRelease[];
  readonly now: Date;
  /** Stands for every date that the plan was made beside: changes when one of them does. */
  readonly seen: string;
}

/** Sets all dates of a course at once: shown first, applied as shown or not at all. */
@Injectable()
export class TimetableService {
  constructor(
    private readonly database: Database,
    private readonly curriculum: CurriculumService,
    private readonly meetings: MeetingsService,
    private readonly releases: ReleasesService,
    private readonly assignments: AssignmentsService,
    private readonly dates: StageDates,
    private readonly people: PeopleService,
  ) {}

  async plan(actor: CourseActor, wish: TimetableWish): Promise<CalendarPlan> {
    const [plan, asked] = await Promise.all([this.curriculum.plan(actor), this.assignments.list(actor)]);
    const stages = asked.flatMap((assignment) => {
      const planned = planStages(
        wish,
        assignment.stages.map(({ spec }) => spec),
      );
      return assignment.stages.map((stage) => ({ stage, ...planned.get(stage.spec.key)! }));
    });
    const meetings = planMeetings(wish).map((one) => ({ ...one, standing: plan.meetings.find(({ week }) => week === one.week) ?? null }));
    const releases = wish.schedulesUnits ? plannedReleases(plan, meetings) : [];
    return { meetings, stages, releases, now: plan.now, seen: fingerprint(actor, plan, { stages, releases }) };
  }

  /**
   * `conflict` when a date changed since the plan was shown. Sent twice, it is done once.
   * @throws ArrangingRefused, DatesRefused, ReleaseRefused, UnitNotFound
   */
  async apply(actor: CourseActor, wish: TimetableWish): Promise<'done' | 'conflict'> {
    return this.database.transaction(async () => {
      await this.people.holdCourse(actor.course.id);
      const plan = await this.plan(actor, wish);
      if (isCarriedOut(plan) && wish.zone === actor.course.timeZone) return 'done';
      if (plan.seen !== wish.seen) return 'conflict';
      await this.meetings.replan(actor, plan.meetings, timetableOf(actor, wish));
      for (const { stage, opensAt, dueAt } of plan.stages.filter(isMoved))
        await this.dates.change(actor, stage, { opensAt, dueAt, madeFrom: stage.version });
      for (const { unit, opensAt, version } of plan.releases)
        await this.releases.change(actor, unit, { state: 'scheduled', opensAt, madeFrom: version });
      if (wish.zone !== actor.course.timeZone) await this.people.setTimeZone(actor.course.id, wish.zone);
      return 'done';
    });
  }
}

/** What the audit log keeps of it. */
const timetableOf = ({ course }: CourseActor, { firstDay, from, to, zone, pauses }: TimetableWish): object => ({
  firstDay,
  from,
  to,
  pauses,
  zone: { from: course.timeZone, to: zone },
});

/** Units that are open stay open, and what would open in the past is left to the lecturer. */
function plannedReleases(plan: CoursePlan, meetings: readonly PlannedMeeting[]): PlannedRelease[] {
  const units = [...new Set(meetings.flatMap(({ unit }) => unit ?? []))];
  return units.flatMap((unit) => {
    const [release, opensAt] = [plan.releaseOf(unit), meetings.find((meeting) => meeting.unit === unit)!.startsAt];
    const isSet = release.opensAt?.getTime() === opensAt.getTime();
    return isReleased(release, plan.now) || opensAt <= plan.now || isSet ? [] : [{ unit, opensAt, version: release.version }];
  });
}

const isMoved = ({ stage, opensAt, dueAt }: PlannedStage): boolean =>
  stage.opensAt.getTime() !== opensAt.getTime() || stage.dueAt.getTime() !== dueAt.getTime();

const isCarriedOut = ({ meetings, stages, releases }: CalendarPlan): boolean =>
  releases.length === 0 &&
  !stages.some(isMoved) &&
  meetings.every(
    ({ standing, startsAt, endsAt }) =>
      standing &&
      !standing.isCancelled &&
      standing.startsAt.getTime() === startsAt.getTime() &&
      standing.endsAt.getTime() === endsAt.getTime(),
  );

function fingerprint({ course }: CourseActor, plan: CoursePlan, { stages, releases }: Pick<CalendarPlan, 'stages' | 'releases'>): string {
  const versions = [
    ...plan.meetings.map(({ id, version }) => `${id}:${version}`).sort(),
    ...stages.map(({ stage }) => `${stage.id}:${stage.version}`),
    ...releases.map(({ unit, version }) => `${unit}:${version}`),
    course.timeZone,
  ];
  return createHash('sha256').update(versions.join()).digest('base64url').slice(0, 22);
}
