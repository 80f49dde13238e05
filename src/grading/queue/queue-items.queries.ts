import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';

/** One team at one stage, as the people who grade need to know it. Dates are the newest attempt's. */
export interface QueueItem {
  readonly stageId: string;
  readonly teamId: string;
  readonly team: string;
  readonly sectionId: string;
  readonly section: string;
  /** Null while the team has handed in nothing; then all that follows is null too. */
  readonly submissionId: string | null;
  readonly attempt: number | null;
  readonly handedInAt: Date | null;
  readonly dueAt: Date | null;
  readonly assessmentId: string | null;
  readonly state: 'draft' | 'finished' | null;
  readonly version: number | null;
  /** False as long as it was only opened. */
  readonly isWritten: boolean | null;
  readonly updatedById: string | null;
  readonly updatedBy: string | null;
  readonly claimedById: string | null;
  readonly claimedBy: string | null;
  /** What the posting in force shows of this team, if anything. */
  readonly postedSubmissionId: string | null;
  readonly postedVersion: number | null;
}

@Injectable()
export class QueueItemsQueries {
  constructor(private readonly database: Database) {}

  /** Every team of the actor's sections at every stage of the course, or at one: one statement, whatever the size of the class. */
  list(actor: CourseActor, stageId: string | null = null): Promise<QueueItem[]> {
    return this.database.query<QueueItem>(
      `SELECT g.id AS "stageId", t.id AS "teamId", t.name AS team, x.id AS "sectionId", x.name AS section,
              s.id AS "submissionId", s.attempt, s.handed_in_at AS "handedInAt", s.due_at AS "dueAt",
              a.id AS "assessmentId", a.state, a.version, a.is_written AS "isWritten", u.id AS "updatedById", u.name AS "updatedBy", k.id AS "claimedById", k.name AS "claimedBy",
              m.submission_id AS "postedSubmissionId", m.assessment_version AS "postedVersion"
       FROM stage g
       JOIN team t ON t.course_id = g.course_id AND t.section_id = ANY($2)
       JOIN section x ON x.id = t.section_id
       LEFT JOIN LATERAL (
         SELECT id, attempt, handed_in_at, due_at FROM submission WHERE stage_id = g.id AND team_id = t.id ORDER BY attempt DESC LIMIT 1
       ) s ON true
       LEFT JOIN assessment a ON a.submission_id = s.id
       LEFT JOIN person u ON u.id = a.updated_by
       LEFT JOIN person k ON k.id = a.claimed_by AND a.claimed_until > now()
       LEFT JOIN posting p ON p.stage_id = g.id AND p.ended_at IS NULL
       LEFT JOIN LATERAL (
         SELECT pm.submission_id, pm.assessment_version FROM posted_mark pm JOIN submission ps ON ps.id = pm.submission_id
         WHERE pm.posting_id = p.id AND ps.team_id = t.id
       ) m ON true
       WHERE g.course_id = $1 AND ($3::uuid IS NULL OR g.id = $3)
       ORDER BY x.name, t.name`,
      [actor.course.id, actor.sectionIds, stageId],
    );
  }
}
