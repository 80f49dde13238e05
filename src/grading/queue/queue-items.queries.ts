import { Injectable } from '@nestjs/common';
import { STAGES_COLUMN, type StagesRow } from '../../assignments/index.js';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { POSTINGS_COLUMN, type PostingsRow } from '../posting/posting.queries.js';

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

  /** The stages that the course asks for, and what is posted of them. */
  async stages(actor: CourseActor): Promise<StagesRow & PostingsRow> {
    const [row] = await this.database.query<StagesRow & PostingsRow>(`SELECT ${STAGES_COLUMN}, ${POSTINGS_COLUMN}`, [actor.course.id]);
    return row!;
  }

  /** Every team of the actor's sections at every stage of the course, or at one: one statement, whatever the size of the class. */
  list(actor: CourseActor, stageId: string | null = null): Promise<QueueItem[]> {
    return this.database.query<QueueItem>(
      `SELECT st.id AS "stageId", t.id AS "teamId", t.name AS team, sec.id AS "sectionId", sec.name AS section,
              newest.id AS "submissionId", newest.attempt, newest.handed_in_at AS "handedInAt", newest.due_at AS "dueAt",
              a.id AS "assessmentId", a.state, a.version, a.is_written AS "isWritten", updater.id AS "updatedById", updater.name AS "updatedBy", claimer.id AS "claimedById", claimer.name AS "claimedBy",
              shown.submission_id AS "postedSubmissionId", shown.assessment_version AS "postedVersion"
       FROM stage st
       JOIN team t ON t.course_id = st.course_id AND t.section_id = ANY($2)
       JOIN section sec ON sec.id = t.section_id
       LEFT JOIN LATERAL (
         SELECT id, attempt, handed_in_at, due_at FROM submission WHERE stage_id = st.id AND team_id = t.id ORDER BY attempt DESC LIMIT 1
       ) newest ON true
       LEFT JOIN assessment a ON a.submission_id = newest.id
       LEFT JOIN person updater ON updater.id = a.updated_by
       LEFT JOIN person claimer ON claimer.id = a.claimed_by AND a.claimed_until > now()
       LEFT JOIN posting po ON po.stage_id = st.id AND po.ended_at IS NULL
       LEFT JOIN LATERAL (
         SELECT pm.submission_id, pm.assessment_version FROM posted_mark pm JOIN submission sub ON sub.id = pm.submission_id
         WHERE pm.posting_id = po.id AND sub.team_id = t.id
       ) shown ON true
       WHERE st.course_id = $1 AND ($3::uuid IS NULL OR st.id = $3)
       ORDER BY sec.name, t.name`,
      [actor.course.id, actor.sectionIds, stageId],
    );
  }
}
