import { Injectable } from '@nestjs/common';
import { type CourseAssignment, type CourseStage, AssignmentsService } from '../assignments/index.js';
import { type CountedSelfCheck, CountedSelfChecks } from '../curriculum/index.js';
import { type OwnMark, ResultsService } from '../grading/index.js';
import type { CourseActor } from '../platform/security/actor.js';
import { type FullGradebook, gradebookOf } from './gradebook.js';
import { GradebookQueries } from './gradebook.queries.js';

export interface OwnStage {
  readonly assignment: CourseAssignment;
  readonly stage: CourseStage;
  readonly mark: OwnMark;
}

/** All that a student is shown of their own. */
export interface OwnMarks {
  readonly stages: readonly OwnStage[];
  readonly counted: readonly CountedSelfCheck[];
}

@Injectable()
export class GradebookService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly queries: GradebookQueries,
    private readonly results: ResultsService,
    private readonly selfChecks: CountedSelfChecks,
  ) {}

  async read(actor: CourseActor, section: string | null): Promise<FullGradebook> {
    const marks = gradebookOf(await this.assignments.list(actor), await this.queries.read(actor), section);
    return { ...marks, counted: await this.selfChecks.list(actor) };
  }

  /** The stages that have a posted mark for this student; the others are not named at all. */
  async readOwn(actor: CourseActor): Promise<OwnMarks> {
    const marks = await this.results.listOwn(actor);
    const assignments = await this.assignments.list(actor);
    const stages = assignments.flatMap((assignment) =>
      assignment.stages.flatMap((stage) => {
        const mark = marks.find(({ stageId }) => stageId === stage.id);
        return mark ? [{ assignment, stage, mark }] : [];
      }),
    );
    return { stages, counted: await this.selfChecks.listOwn(actor) };
  }
}
