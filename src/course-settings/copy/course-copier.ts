import { Injectable } from '@nestjs/common';
import { type CourseAssignment, type CourseStage, AssignmentsService } from '../../assignments/index.js';
import { type CoursePlan, CurriculumContent, CurriculumService, type FirstRelease, type NewMeeting } from '../../curriculum/index.js';
import { type Course, PeopleService } from '../../people/index.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import type { CourseRef } from '../../platform/security/actor.js';
import { NothingToCopy } from './copy.errors.js';
import type { CopyWish } from './copy-form.js';
import { shiftClass, shiftDate, shiftOf, shiftStage } from './course-shift.js';

export interface CopiedStage {
  readonly stage: CourseStage;
  readonly opensAt: Date;
  readonly dueAt: Date;
}

/** What a copy would hold, date by date. */
export interface CopyPlan {
  readonly meetings: readonly (NewMeeting & { readonly before: Date })[];
  readonly stages: readonly CopiedStage[];
  readonly releases: readonly FirstRelease[];
}

export type CopyOutcome = { readonly kind: 'done'; readonly slug: string } | { readonly kind: 'taken' };

/** Copies a course to another term: what is taught and asked, with every date moved. Nobody's work, no team, no student and no announcement goes with it. */
@Injectable()
export class CourseCopier {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly curriculum: CurriculumService,
    private readonly content: CurriculumContent,
    private readonly assignments: AssignmentsService,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NothingToCopy for a course without a class, from which nothing can be counted */
  async plan(course: CourseRef, wish: CopyWish): Promise<CopyPlan> {
    const [plan, asked] = await Promise.all([this.curriculum.plan({ course }), this.assignments.list({ course })]);
    return this.planFrom(course, wish, plan, asked);
  }

  /** Sent twice, it makes one course. @throws NothingToCopy, and AssignmentNotFound when its files are gone. */
  async copy(course: CourseRef, wish: CopyWish, { actorId, lecturers }: CopiedBy): Promise<CopyOutcome> {
    return this.database.transaction(async () => {
      await this.people.holdCourse(course.id);
      const { requestKey, slug } = wish;
      const standing = await this.people.findCourse(slug);
      if (standing) return requestKey && standing.requestKey === requestKey ? { kind: 'done', slug } : { kind: 'taken' };
      const made = await this.found(course, wish);
      for (const lecturer of lecturers) await this.people.enrol(made.id, lecturer, 'lecturer');
      const detail = { from: course.slug, slug, firstDay: wish.firstDay };
      await this.audit.note({ courseId: made.id, actorId, action: 'course-copied', object: `course:${made.id}`, detail });
      return { kind: 'done', slug };
    });
  }

  private async found(course: CourseRef, wish: CopyWish): Promise<Course> {
    const [plan, asked] = [await this.curriculum.plan({ course }), await this.assignments.list({ course })];
    const { meetings, releases, stages } = this.planFrom(course, wish, plan, asked);
    const made = await this.people.addCourse({ ...wish, timeZone: course.timeZone });
    for (const { name } of await this.people.listSections(course.id)) await this.people.addSection(made.id, name);
    await this.curriculum.addMeetings(made.id, meetings);
    await this.curriculum.addReleases(made.id, releases);
    for (const { content } of asked)
      await this.assignments.ask(made, content.key, ({ key }) => stages.find(({ stage }) => stage.spec.key === key)!);
    return made;
  }

  private planFrom(course: CourseRef, { firstDay, published }: CopyWish, plan: CoursePlan, asked: readonly CourseAssignment[]): CopyPlan {
    const [first] = plan.meetings;
    if (!first) throw new NothingToCopy();
    const shift = shiftOf(first.day, firstDay, course.timeZone);
    const starts = plan.meetings.map(({ startsAt }) => startsAt);
    // A class that was cancelled or moved belongs to the term it happened in; it is copied as it stands, and takes place.
    const meetings = plan.meetings.map(({ week, unit, title, place, startsAt, endsAt }) => ({
      week,
      unit,
      title,
      place,
      before: startsAt,
      startsAt: shiftClass(startsAt, shift),
      endsAt: shiftClass(endsAt, shift),
    }));
    const stages = asked.flatMap((one) => one.stages.map((stage) => ({ stage, ...shiftStage(stage, shift, starts) })));
    const releases = this.content.units().flatMap(({ key: unit }): FirstRelease[] => {
      const { state, opensAt } = plan.releaseOf(unit);
      if (state === 'scheduled' && opensAt) return [{ unit, state, opensAt: shiftDate(opensAt, shift, starts) }];
      return state === 'published' && published === 'published' ? [{ unit, state }] : [];
    });
    return { meetings, stages, releases };
  }
}

interface CopiedBy {
  /** Null for an operator at the command line. */
  readonly actorId: string | null;
  /** Who teaches the copy. */
  readonly lecturers: readonly string[];
}
