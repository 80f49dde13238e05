import { Injectable } from '@nestjs/common';
import { type CourseAssignment, AssignmentLibrary, AssignmentsService, type StageSpec } from '../../assignments/index.js';
import { CurriculumService, type NewMeeting } from '../../curriculum/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Localised } from '../../kernel/localised.js';
import { type Course, PeopleService, type Section } from '../../people/index.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { planMeetings, planStages, type StageDates, type Timetable } from './course-plan.js';
import { courseSettingsTexts } from '../text.js';

export interface CourseWish {
  readonly slug: string;
  readonly title: Localised;
  readonly term: Localised;
  readonly timetable: Timetable;
  readonly sections: readonly string[];
  readonly place?: Localised;
  readonly isDemonstration?: boolean;
  /** Where the dates of the stages are not those of the calendar. */
  readonly stages?: (planned: ReadonlyMap<string, StageDates>) => ReadonlyMap<string, StageDates>;
}

export interface NewCourse {
  readonly course: Course;
  readonly sections: readonly Section[];
  readonly meetings: readonly NewMeeting[];
  readonly assignments: readonly CourseAssignment[];
}

export class SlugTaken extends DomainError {
  constructor(slug: string) {
    super('conflict', 'slug-taken', courseSettingsTexts.inBoth.messages.slugTaken(slug));
  }
}

/** A course with all that its calendar says: classes, sections, and every assignment of the files with its dates. */
@Injectable()
export class CourseFounder {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly curriculum: CurriculumService,
    private readonly assignments: AssignmentsService,
    private readonly library: AssignmentLibrary,
    private readonly audit: AuditLog,
  ) {}

  /** @throws SlugTaken, and AssignmentNotFound when no file asks for the assignment. */
  found(wish: CourseWish): Promise<NewCourse> {
    return this.database.transaction(async () => {
      if (await this.people.findCourse(wish.slug)) throw new SlugTaken(wish.slug);
      const course = await this.people.addCourse({ ...wish, timeZone: wish.timetable.zone });
      const sections: Section[] = [];
      for (const name of wish.sections) sections.push(await this.people.addSection(course.id, name));
      const meetings = planMeetings(wish.timetable).map((meeting) => ({ ...meeting, ...(wish.place && { place: wish.place }) }));
      await this.curriculum.addMeetings(course.id, meetings);
      const assignments = await this.askForAll(course, wish);
      await this.audit.note({
        courseId: course.id,
        actorId: null,
        action: 'course-created',
        object: `course:${course.id}`,
        detail: { slug: wish.slug },
      });
      return { course, sections, meetings, assignments };
    });
  }

  private async askForAll(course: Course, wish: CourseWish): Promise<CourseAssignment[]> {
    const asked: CourseAssignment[] = [];
    for (const { key, spec } of this.library.list()) {
      const planned = planStages(wish.timetable, spec.stages);
      const dates = wish.stages?.(planned) ?? planned;
      asked.push(await this.assignments.ask(course, key, (stage: StageSpec) => dates.get(stage.key)!));
    }
    return asked;
  }
}
