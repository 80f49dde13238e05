import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';

/** Where a student's team stands at one stage. */
export interface StageWork {
  readonly stageId: string;
  /** The keys of the deliverables that have words, and of those that have a file, in the team's draft. */
  readonly texts: readonly string[];
  readonly files: readonly string[];
  readonly savedAt: Date | null;
  /** The newest attempt. */
  readonly attempt: { readonly id: string; readonly number: number; readonly at: Date } | null;
}

/** What is to be graded at one stage, in the sections of whoever asks. */
export interface StageQueue {
  readonly stageId: string;
  readonly teams: number;
  readonly toGrade: number;
  readonly drafts: number;
  readonly finished: number;
  /** Since when students see the marks. */
  readonly postedAt: Date | null;
}

/** What a home shows of rooms that answer more than a home needs: each in one statement, whatever the size of the class. */
@Injectable()
export class HomeQueries {
  constructor(private readonly database: Database) {}

  async workOf(actor: CourseActor): Promise<StageWork[]> {
    const rows = await this.database.query<WorkRow>(
      `SELECT st.id AS stage_id, d.updated_at AS saved_at,
              ARRAY(SELECT key FROM jsonb_each_text(d.texts) WHERE btrim(value) <> '') AS texts,
              ARRAY(SELECT DISTINCT deliverable FROM draft_file WHERE draft_id = d.id) AS files,
              newest.id, newest.attempt, newest.handed_in_at
       FROM team_member tm
       JOIN stage st ON st.course_id = tm.course_id
       LEFT JOIN draft d ON d.stage_id = st.id AND d.team_id = tm.team_id
       LEFT JOIN LATERAL (
         SELECT id, attempt, handed_in_at FROM submission WHERE stage_id = st.id AND team_id = tm.team_id ORDER BY attempt DESC LIMIT 1
       ) newest ON true
       WHERE tm.course_id = $1 AND tm.person_id = $2`,
      [actor.course.id, actor.id],
    );
    return rows.map(workFrom);
  }

  /** Where an assessment was opened and not written in, the submission is still to grade. */
  queueOf(actor: CourseActor): Promise<StageQueue[]> {
    return this.database.query<StageQueue>(
      `SELECT st.id AS "stageId", po.posted_at AS "postedAt",
              (SELECT count(*)::int FROM team WHERE course_id = $1 AND section_id = ANY ($2::uuid[])) AS teams,
              coalesce(work.to_grade, 0) AS "toGrade", coalesce(work.drafts, 0) AS drafts, coalesce(work.finished, 0) AS finished
       FROM stage st
       LEFT JOIN posting po ON po.stage_id = st.id AND po.ended_at IS NULL
       LEFT JOIN (
         SELECT newest.stage_id,
                count(*) FILTER (WHERE a.id IS NULL OR (a.state = 'draft' AND NOT a.is_written))::int AS to_grade,
                count(*) FILTER (WHERE a.state = 'draft' AND a.is_written)::int AS drafts,
                count(*) FILTER (WHERE a.state = 'finished')::int AS finished
         FROM (
           SELECT DISTINCT ON (stage_id, team_id) id, stage_id FROM submission
           WHERE course_id = $1 AND section_id = ANY ($2::uuid[]) AND stage_id IN (SELECT id FROM stage WHERE course_id = $1)
           ORDER BY stage_id, team_id, attempt DESC
         ) newest
         LEFT JOIN assessment a ON a.submission_id = newest.id
         GROUP BY newest.stage_id
       ) work ON work.stage_id = st.id
       WHERE st.course_id = $1`,
      [actor.course.id, actor.sectionIds],
    );
  }
}

interface WorkRow {
  stage_id: string;
  texts: string[];
  files: string[];
  saved_at: Date | null;
  id: string | null;
  attempt: number | null;
  handed_in_at: Date | null;
}

const workFrom = ({ stage_id: stageId, texts, files, saved_at: savedAt, id, attempt, handed_in_at: at }: WorkRow): StageWork => ({
  stageId,
  texts,
  files,
  savedAt,
  attempt: id && attempt && at ? { id, number: attempt, at } : null,
});
