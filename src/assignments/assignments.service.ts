import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { CourseActor, CourseRef } from '../platform/security/actor.js';
import type { StageSpec } from './assignment-file.js';
import { Assignment } from './assignment.entity.js';
import { AssignmentNotFound } from './assignments.errors.js';
import { AssignmentLibrary } from './content.js';
import { FindableAssignments } from './findable-assignments.js';
import { closesAt } from './late.policy.js';
import type { AssignmentContent } from './read-assignment.js';
import { Stage } from './stage.entity.js';
import { type StageRow, STAGES, stagesFrom, type StagesRow } from './stages.queries.js';

/** A stage with its words: what a page or a rule needs to know of it. */
export interface CourseStage {
  readonly id: string;
  readonly courseId: string;
  readonly spec: StageSpec;
  readonly opensAt: Date;
  readonly dueAt: Date;
  /** The last instant at which late work is still taken. */
  readonly closesAt: Date;
  readonly version: number;
  readonly changedAt: Date;
}

export interface WithdrawnStage extends Pick<CourseStage, 'id' | 'dueAt' | 'version' | 'changedAt'> {
  readonly number: number;
}

/** An assignment as asked in one course. */
export interface CourseAssignment {
  readonly id: string;
  readonly courseId: string;
  /** The course's time zone: lateness counts days of its calendar. */
  readonly zone: string;
  readonly content: AssignmentContent;
  readonly stages: readonly CourseStage[];
}

@Injectable()
export class AssignmentsService {
  constructor(
    private readonly database: Database,
    private readonly library: AssignmentLibrary,
    private readonly findable: FindableAssignments,
  ) {}

  /** @throws AssignmentNotFound when this course asks for nothing of that name. */
  async read(actor: CourseActor, key: string): Promise<CourseAssignment> {
    const asked = (await this.list(actor)).find(({ content }) => content.key === key);
    if (!asked) throw new AssignmentNotFound();
    return asked;
  }

  /** What the actor's course asks for, in one statement. */
  async list(actor: Pick<CourseActor, 'course'>): Promise<CourseAssignment[]> {
    return this.askedIn(actor, await this.rowsOf(actor));
  }

  /** The same from what another statement found on its way. */
  listFrom(actor: Pick<CourseActor, 'course'>, row: StagesRow): CourseAssignment[] {
    return this.askedIn(actor, stagesFrom(row));
  }

  private askedIn({ course }: Pick<CourseActor, 'course'>, rows: readonly StageRow[]): CourseAssignment[] {
    return this.library
      .list()
      .map((content) =>
        asked(
          content,
          course,
          rows.filter((row) => row.assignment_key === content.key),
        ),
      )
      .filter((assignment) => assignment.stages.length > 0);
  }

  /** Stages that were dated here and that no file asks for any more: whoever noted their deadline must hear of it. */
  async listWithdrawn(actor: Pick<CourseActor, 'course'>): Promise<WithdrawnStage[]> {
    const isAsked = (row: StageRow): boolean =>
      this.library.find(row.assignment_key)?.spec.stages.some(({ key }) => key === row.key) ?? false;
    const rows = (await this.rowsOf(actor)).filter((row) => !isAsked(row));
    return rows.map(({ id, number, due_at: dueAt, version, changed_at: changedAt }) => ({ id, number, dueAt, version, changedAt }));
  }

  private rowsOf({ course }: Pick<CourseActor, 'course'>): Promise<(StageRow & { now: Date })[]> {
    return this.database.query<StageRow & { now: Date }>(STAGES, [course.id]);
  }

  /** A stage, and the database's time. @throws AssignmentNotFound */
  async readStage(
    actor: CourseActor,
    assignmentKey: string,
    stageKey: string,
  ): Promise<{ assignment: CourseAssignment; stage: CourseStage; now: Date }> {
    const rows = await this.rowsOf(actor);
    const assignment = this.askedIn(actor, rows).find(({ content }) => content.key === assignmentKey);
    const stage = assignment?.stages.find(({ spec }) => spec.key === stageKey);
    if (!assignment || !stage) throw new AssignmentNotFound();
    return { assignment, stage, now: rows[0]!.now };
  }

  /** Asks for an assignment in a course; `dates` gives each stage its opening and its deadline. @throws AssignmentNotFound */
  async ask(course: AskingCourse, key: string, dates: (stage: StageSpec) => { opensAt: Date; dueAt: Date }): Promise<CourseAssignment> {
    const courseId = course.id;
    const content = this.library.find(key);
    if (!content) throw new AssignmentNotFound();
    return this.database.transaction(async () => {
      const { id } = await this.database.of(Assignment).save({ courseId, key });
      const stages = await this.database
        .of(Stage)
        .save(content.spec.stages.map((spec) => ({ courseId, assignmentId: id, key: spec.key, number: spec.number, ...dates(spec) })));
      const rows = stages.map((stage) => ({
        ...stage,
        assignment_id: id,
        assignment_key: key,
        opens_at: stage.opensAt,
        due_at: stage.dueAt,
        changed_at: stage.changedAt,
      }));
      await this.findable.put(courseId, content);
      return asked(content, course, rows);
    });
  }
}

type AskingCourse = Pick<CourseRef, 'id' | 'timeZone'>;

function asked(content: AssignmentContent, { id: courseId, timeZone: zone }: AskingCourse, rows: readonly StageRow[]): CourseAssignment {
  const stages = rows.flatMap((row) => {
    const spec = content.spec.stages.find(({ key }) => key === row.key);
    if (!spec) return [];
    const { id, opens_at: opensAt, due_at: dueAt, version, changed_at: changedAt } = row;
    return [{ id, courseId, spec, opensAt, dueAt, closesAt: closesAt(dueAt, content.spec.late, zone), version, changedAt }];
  });
  return { id: rows[0]?.assignment_id ?? '', courseId, zone, content, stages };
}
