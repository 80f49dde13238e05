import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { Database } from '../../platform/database/database.js';

/** A stage whose deadline is near, in whichever course. */
export interface NearStage {
  readonly id: string;
  readonly key: string;
  readonly assignment: string;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly now: Date;
  readonly courseId: string;
  readonly slug: string;
  readonly titleFr: string;
  readonly titleEn: string;
  readonly zone: string;
}

/** Somebody whose work at a stage is not handed in. */
export interface Late {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Lang | null;
  /** The name of their team; null for whoever has none. */
  readonly team: string | null;
}

@Injectable()
export class RemindersQueries {
  constructor(private readonly database: Database) {}

  /** Of every course that goes on: more than a reminder is ever about, for the policy to choose from. */
  near(): Promise<NearStage[]> {
    return this.database.query(
      `SELECT st.id, st.key, asg.key AS assignment, st.opens_at AS "opensAt", st.due_at AS "dueAt", now() AS now,
              c.id AS "courseId", c.slug, c.title_fr AS "titleFr", c.title_en AS "titleEn", c.time_zone AS zone
       FROM stage st JOIN assignment asg ON asg.id = st.assignment_id JOIN course c ON c.id = st.course_id
       WHERE c.archived_at IS NULL AND st.opens_at <= now() AND st.due_at BETWEEN now() - interval '60 days' AND now() + interval '8 days'
       ORDER BY st.due_at`,
    );
  }

  /** Students whose team has handed nothing in, or who have no team, and who were not written to for this cause yet. */
  notHandedIn({ id, courseId }: Pick<NearStage, 'id' | 'courseId'>, cause: string): Promise<Late[]> {
    return this.database.query(
      `SELECT p.id, p.name, p.email, p.language, t.name AS team
       FROM enrolment e JOIN person p ON p.id = e.person_id AND p.suspended_at IS NULL
       LEFT JOIN team_member tm ON tm.course_id = e.course_id AND tm.person_id = p.id LEFT JOIN team t ON t.id = tm.team_id
       WHERE e.course_id = $1 AND e.role = 'student' AND e.ended_at IS NULL
         AND NOT EXISTS (SELECT FROM submission sub WHERE sub.stage_id = $2 AND sub.team_id = tm.team_id)
         AND NOT EXISTS (SELECT FROM mail WHERE mail.cause = $3 || p.id)`,
      [courseId, id, cause],
    );
  }
}
