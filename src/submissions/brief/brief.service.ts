import { Injectable } from '@nestjs/common';
import { type CourseAssignment, AssignmentsService } from '../../assignments/index.js';
import { Database } from '../../platform/database/database.js';
import { type CourseActor, isStaff } from '../../platform/security/actor.js';
import { type Team, TeamsService } from '../../teams/index.js';
import { SubmissionsQueries } from '../submissions.queries.js';
import type { StageStanding } from '../submitted-work.js';

export interface Brief {
  readonly actor: CourseActor;
  readonly assignment: CourseAssignment;
  /** The reader's team, or null; staff have none. */
  readonly team: Team | null;
  readonly standings: readonly StageStanding[];
  readonly now: Date;
}

@Injectable()
export class BriefService {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentsService,
    private readonly teams: TeamsService,
    private readonly submissions: SubmissionsQueries,
  ) {}

  /** @throws AssignmentNotFound */
  async read(actor: CourseActor, key: string): Promise<Brief> {
    const assignment = await this.assignments.read(actor, key);
    const now = await this.database.now();
    if (isStaff(actor)) return { actor, assignment, team: null, standings: [], now };
    return { actor, assignment, team: await this.teams.findMine(actor), standings: await this.submissions.standings(actor), now };
  }
}
