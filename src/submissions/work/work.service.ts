import { Injectable } from '@nestjs/common';
import { AssignmentsService } from '../../assignments/index.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { TeamsService } from '../../teams/index.js';
import { FileNotFound } from '../submissions.errors.js';
import { SubmissionsQueries } from '../submissions.queries.js';
import { type DraftFile, NO_DRAFT } from './draft.js';
import { DraftsQueries } from './drafts.queries.js';
import { hasTeam, type StageContext, type WorkInHand } from './stage-context.js';

@Injectable()
export class WorkService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly teams: TeamsService,
    private readonly drafts: DraftsQueries,
    private readonly submissions: SubmissionsQueries,
  ) {}

  /** @throws AssignmentNotFound when the course asks for no such stage. */
  async open(actor: CourseActor, assignmentKey: string, stageKey: string): Promise<StageContext> {
    const openedAt = performance.now();
    const { assignment, stage, now } = await this.assignments.readStage(actor, assignmentKey, stageKey);
    return { actor, assignment, stage, now, team: await this.teams.findMine(actor), openedAt };
  }

  /** What the stage's page shows of it. */
  async look(context: StageContext): Promise<WorkInHand> {
    if (!hasTeam(context)) return { ...context, draft: NO_DRAFT, attempts: [] };
    const draft = await this.drafts.find(context);
    return { ...context, draft, attempts: await this.submissions.listAttempts(context.actor, context.stage.id, context.team.id) };
  }

  /** @throws FileNotFound: a draft is its team's alone. */
  async readFile(context: StageContext, fileId: string): Promise<DraftFile> {
    const file = hasTeam(context) ? await this.drafts.findFile(context, fileId) : null;
    if (!file) throw new FileNotFound();
    return file;
  }
}
