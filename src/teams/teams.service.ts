import { Injectable } from '@nestjs/common';
import { type CourseAssignment, AssignmentsService } from '../assignments/index.js';
import type { Decision } from '../kernel/decision.js';
import { AuditLog } from '../platform/audit/audit-log.js';
import { Database } from '../platform/database/database.js';
import type { CourseActor } from '../platform/security/actor.js';
import type { Team, TeamSize } from './team.js';
import { TeamNameTaken, TeamNotFound, TeamRefused } from './teams.errors.js';
import { mayCreate, mayJoin, mayLeave } from './teams.policy.js';
import { TeamsQueries } from './teams.queries.js';
import { teamTexts } from './text.js';

/** Where nothing is asked for yet. */
const USUAL_SIZE: TeamSize = { min: 3, max: 5 };

export interface TeamsOverview {
  readonly teams: readonly Team[];
  readonly mine: Team | null;
  readonly size: TeamSize;
  /** The key of the assignment that teams are for; null where nothing is asked yet. */
  readonly assignment: string | null;
}

@Injectable()
export class TeamsService {
  constructor(
    private readonly database: Database,
    private readonly queries: TeamsQueries,
    private readonly assignments: AssignmentsService,
    private readonly audit: AuditLog,
  ) {}

  /** All that the page of teams shows. */
  async overview(actor: CourseActor): Promise<TeamsOverview> {
    const [teams, asked] = [await this.list(actor), await this.assignments.list(actor)];
    const mine = teams.find(({ members }) => members.some(({ id }) => id === actor.id)) ?? null;
    return { teams, mine, size: sizeAsked(asked), assignment: asked[0]?.content.key ?? null };
  }

  /** The team the actor is in, or null. */
  findMine(actor: CourseActor): Promise<Team | null> {
    return this.queries.findMine(actor);
  }

  /** The teams of the actor's sections: a student's own section, an assistant's, all for a lecturer. */
  list(actor: CourseActor): Promise<Team[]> {
    return this.queries.list(actor);
  }

  /** @throws TeamNotFound, or TeamRefused with the reason: no seat left, closed, already in a team. */
  join(actor: CourseActor, teamId: string): Promise<Team> {
    return this.database.transaction(async () => {
      const team = await this.queries.findLocked(actor, teamId);
      if (!team) throw new TeamNotFound();
      refuseUnless(mayJoin(actor, team, await this.queries.findMine(actor)));
      await this.seat(actor, team.id);
      await this.note(actor, 'team-joined', team.id);
      return team;
    });
  }

  /** @throws TeamNotFound, or TeamRefused: once it has handed in, or when the actor is not in it. */
  leave(actor: CourseActor, teamId: string): Promise<Team> {
    return this.database.transaction(async () => {
      const team = await this.queries.findLocked(actor, teamId);
      if (!team) throw new TeamNotFound();
      refuseUnless(mayLeave(actor, team));
      await this.database.change('DELETE FROM team_member WHERE course_id = $1 AND person_id = $2 AND team_id = $3', [
        actor.course.id,
        actor.id,
        team.id,
      ]);
      await this.note(actor, 'team-left', team.id);
      return team;
    });
  }

  /** Makes a team in the actor's own section, with them in it. @throws TeamNameTaken, or TeamRefused */
  create(actor: CourseActor, name: string): Promise<Team> {
    return this.database.transaction(async () => {
      refuseUnless(mayCreate(actor, await this.queries.findMine(actor)));
      const { max } = sizeAsked(await this.assignments.list(actor));
      const [made] = await this.database.query<{ id: string }>(
        'INSERT INTO team (course_id, section_id, name, seats) VALUES ($1, $2, $3, $4) ON CONFLICT (course_id, name) DO NOTHING RETURNING id',
        [actor.course.id, actor.sectionIds[0], name, max],
      );
      if (!made) throw new TeamNameTaken();
      await this.seat(actor, made.id);
      await this.note(actor, 'team-created', made.id);
      return (await this.queries.findMine(actor))!;
    });
  }

  /**
   * Keeps everybody of a team in their place until the running transaction ends: whoever was joining or leaving at that
   * moment has done so. Of any team: for callers that have read it already.
   */
  hold(teamId: string): Promise<void> {
    return this.queries.hold(teamId);
  }

  /** Closes a team to joining and leaving: its first hand-in does. */
  async lock(teamId: string): Promise<void> {
    await this.database.query('UPDATE team SET locked_at = now() WHERE id = $1 AND locked_at IS NULL', [teamId]);
  }

  /** One person has one team in a course: the table holds it where two clicks arrive at once. */
  private async seat(actor: CourseActor, teamId: string): Promise<void> {
    const seated = await this.database.query(
      'INSERT INTO team_member (course_id, team_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING person_id',
      [actor.course.id, teamId, actor.id],
    );
    if (seated.length === 0) throw new TeamRefused(teamTexts.inBoth.refusals.alreadyIn);
  }

  private note(actor: CourseActor, action: string, teamId: string): Promise<void> {
    return this.audit.note({ courseId: actor.course.id, actorId: actor.id, action, object: `team:${teamId}` });
  }
}

/** How many a team may be: what suits every assignment of the course. */
function sizeAsked(asked: readonly CourseAssignment[]): TeamSize {
  const sizes = asked.map(({ content }) => content.spec.team);
  if (sizes.length === 0) return USUAL_SIZE;
  return { min: Math.max(...sizes.map(({ min }) => min)), max: Math.min(...sizes.map(({ max }) => max)) };
}

function refuseUnless(decision: Decision): void {
  if (!decision.allowed) throw new TeamRefused(decision.because);
}
