import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { CourseActor } from '../platform/security/actor.js';
import type { Team, TeamMember } from './team.js';

interface Row {
  id: string;
  course_id: string;
  section_id: string;
  section: string;
  name: string;
  seats: number;
  locked_at: Date | null;
  members: TeamMember[];
}

/** Who has left the course is no longer in a team of it. */
const SEATS = `team_member tm JOIN enrolment e ON e.course_id = tm.course_id AND e.person_id = tm.person_id AND e.ended_at IS NULL`;
const MEMBERS = `SELECT p.id, p.name, p.sort_name FROM ${SEATS} JOIN person p ON p.id = tm.person_id`;

/** The ids of whoever is in a team now; takes the SQL that names it. */
export const memberIdsOf = (team: string): string => `SELECT tm.person_id FROM ${SEATS} WHERE tm.team_id = ${team}`;

/** Of the team `t`. */
const MEMBER_LIST = `
  coalesce((SELECT json_agg(json_build_object('id', one.id, 'name', one.name) ORDER BY one.sort_name, one.id)
            FROM (${MEMBERS} WHERE tm.team_id = t.id) one), '[]')`;

const TEAMS = `
  SELECT t.id, t.course_id, t.section_id, sec.name AS section, t.name, t.seats, t.locked_at, ${MEMBER_LIST} AS members
  FROM team t JOIN section sec ON sec.id = t.section_id`;

/** The team of the person `$2` in the course `$1`, as a column: for statements that ask for it on their way. */
export const OWN_TEAM_COLUMN = `(SELECT json_build_object('name', t.name, 'members', ${MEMBER_LIST})
   FROM team t JOIN team_member mine ON mine.team_id = t.id AND mine.course_id = t.course_id
   WHERE t.course_id = $1 AND mine.person_id = $2) AS team`;
export interface OwnTeamRow {
  team: Pick<Team, 'name' | 'members'> | null;
}

@Injectable()
export class TeamsQueries {
  constructor(private readonly database: Database) {}

  async findMine(actor: CourseActor): Promise<Team | null> {
    const rows = await this.database.query<Row>(
      `${TEAMS} JOIN team_member mine ON mine.team_id = t.id AND mine.course_id = t.course_id WHERE t.course_id = $1 AND mine.person_id = $2`,
      [actor.course.id, actor.id],
    );
    return rows.map(teamOf)[0] ?? null;
  }

  /** The teams of the actor's sections. */
  async list(actor: CourseActor): Promise<Team[]> {
    // By the number in it: the tenth team comes after the ninth.
    const rows = await this.database.query<Row>(
      `${TEAMS} WHERE t.course_id = $1 AND t.section_id = ANY ($2::uuid[])
       ORDER BY sec.name, substring(t.name FROM '\\d{1,9}')::int NULLS LAST, lower(t.name), t.id`,
      [actor.course.id, actor.sectionIds],
    );
    return rows.map(teamOf);
  }

  /** One team of the actor's sections, which nobody joins or leaves until the running transaction ends. */
  async findLocked(actor: CourseActor, teamId: string): Promise<Team | null> {
    const locked = await this.database.query<{ id: string }>(
      'SELECT id FROM team WHERE id = $1 AND course_id = $2 AND section_id = ANY ($3::uuid[]) FOR UPDATE',
      [teamId, actor.course.id, actor.sectionIds],
    );
    if (locked.length === 0) return null;
    // Counted in a second statement: the first one does not see who joined while it waited.
    const rows = await this.database.query<Row>(`${TEAMS} WHERE t.id = $1`, [teamId]);
    return rows.map(teamOf)[0] ?? null;
  }

  /** Nobody joins or leaves from here until the running transaction ends. */
  async hold(teamId: string): Promise<void> {
    await this.database.query('SELECT FROM team WHERE id = $1 FOR UPDATE', [teamId]);
  }
}

const teamOf = ({ course_id: courseId, section_id: sectionId, locked_at: lockedAt, ...row }: Row): Team => ({
  ...row,
  courseId,
  sectionId,
  lockedAt,
});
