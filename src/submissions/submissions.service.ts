import { Injectable } from '@nestjs/common';
import { AssignmentsService, daysLate } from '../assignments/index.js';
import type { CourseActor } from '../platform/security/actor.js';
import { FileNotFound, SubmissionNotFound } from './submissions.errors.js';
import { SubmissionsQueries } from './submissions.queries.js';
import type { StageStanding, SubmittedFile, SubmittedWork } from './submitted-work.js';

@Injectable()
export class SubmissionsService {
  constructor(
    private readonly queries: SubmissionsQueries,
    private readonly assignments: AssignmentsService,
  ) {}

  /** In two statements. @throws SubmissionNotFound when there is none, or it is not the actor's to see. */
  async read(actor: CourseActor, id: string): Promise<SubmittedWork> {
    const row = await this.queries.find(actor, id);
    if (!row) throw new SubmissionNotFound();
    const { stageId, ...work } = row;
    const asked = await this.assignments.list(actor);
    const assignment = asked.find(({ stages }) => stages.some((stage) => stage.id === stageId));
    const stage = assignment?.stages.find((one) => one.id === stageId);
    // Its words were taken out of the assignment's files.
    if (!assignment || !stage) throw new SubmissionNotFound();
    return { ...work, assignment, stage, daysLate: daysLate(work.handedInAt, work.dueAt, assignment.zone) };
  }

  /** @throws FileNotFound when there is none, or its submission is not the actor's to see. */
  async readFile(actor: CourseActor, id: string, fileId: string): Promise<SubmittedFile> {
    const file = await this.queries.findFile(actor, id, fileId);
    if (!file) throw new FileNotFound();
    return file;
  }

  /** How many teams have handed something in, by the id of the stage; no entry where none has. */
  countTeams({ course }: CourseActor): Promise<ReadonlyMap<string, number>> {
    return this.queries.countTeams(course.id);
  }

  /** How far the actor's team is with each stage of the course; nothing for whoever has no team. One statement. */
  standings(actor: CourseActor): Promise<StageStanding[]> {
    return this.queries.standings(actor);
  }
}
