import { Injectable } from '@nestjs/common';
import { type AskedAssignment, type AskedStage, AssignmentsService } from '../assignments/index.js';
import { type OwnMark, ResultsService } from '../grading/index.js';
import type { CourseActor } from '../platform/security/actor.js';
import { type Gradebook, gradebookOf } from './gradebook.js';
import { GradebookQueries } from './gradebook.queries.js';

export interface OwnStage {
  readonly assignment: AskedAssignment;
  readonly stage: AskedStage;
  readonly mark: OwnMark;
}

@Injectable()
export class GradebookService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly queries: GradebookQueries,
    private readonly results: ResultsService,
  ) {}

  async read(actor: CourseActor, section: string | null): Promise<Gradebook> {
    return gradebookOf(await this.assignments.list(actor), await this.queries.list(actor), section);
  }

  /** The stages that have a posted mark for this student; the others are not named at all. */
  async readOwn(actor: CourseActor): Promise<OwnStage[]> {
    const marks = await this.results.listOwn(actor);
    const assignments = await this.assignments.list(actor);
    return assignments.flatMap((assignment) =>
      assignment.stages.flatMap((stage) => {
        const mark = marks.find(({ stageId }) => stageId === stage.id);
        return mark ? [{ assignment, stage, mark }] : [];
      }),
    );
  }
}
