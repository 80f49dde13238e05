import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { Judgement } from '../assessing/assessment.shared.js';
import type { Mark } from './posted-mark.js';

/** Somebody who reads a mark, and the address where they learn that it is there. */
export interface Reader {
  readonly id: string;
  readonly email: string;
  readonly language: Lang | null;
}

/** The newest attempt of a team at a stage, as a posting finds it. */
export interface Postable {
  readonly team: string;
  readonly submissionId: string;
  readonly handedInAt: Date;
  readonly dueAt: Date;
  readonly assessmentId: string | null;
  readonly state: 'draft' | 'finished' | null;
  readonly version: number | null;
  readonly rubricVersionId: string | null;
  readonly gateLevel: string | null;
  readonly gateComment: string | null;
  readonly comment: string | null;
  readonly criteria: Readonly<Record<string, Judgement>>;
  readonly readers: readonly Reader[];
  /** What the posting in force shows of this team: of this attempt, or of one before it. */
  readonly shownSubmissionId: string | null;
  readonly shownVersion: number | null;
}

export interface PostingInForce {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
}

/** What is posted in the course `$1`, as a column: for statements that ask for it on their way. */
export const POSTINGS_COLUMN = `(SELECT json_agg(posted) FROM (
  SELECT po.stage_id AS "stageId", po.id, po.posted_at AS at, p.name AS by
  FROM posting po JOIN person p ON p.id = po.posted_by WHERE po.course_id = $1 AND po.ended_at IS NULL) posted) AS postings`;
export interface PostingsRow {
  postings: readonly (Omit<PostingInForce, 'at'> & { readonly stageId: string; readonly at: string })[] | null;
}
export function postingFrom({ postings }: PostingsRow, stageId: string): PostingInForce | null {
  const found = postings?.find((posting) => posting.stageId === stageId);
  return found ? { id: found.id, at: new Date(found.at), by: found.by } : null;
}

export type MarkToPost = Mark & { readonly submissionId: string; readonly assessmentId: string; readonly version: number };

@Injectable()
export class PostingQueries {
  constructor(private readonly database: Database) {}

  /** Two people who post the same stage take turns. */
  async lockStage(stageId: string): Promise<void> {
    await this.database.query('SELECT FROM stage WHERE id = $1 FOR UPDATE', [stageId]);
  }

  async inForce(stageId: string): Promise<PostingInForce | null> {
    const [row] = await this.database.query<PostingInForce>(
      'SELECT po.id, po.posted_at AS at, p.name AS by FROM posting po JOIN person p ON p.id = po.posted_by WHERE po.stage_id = $1 AND po.ended_at IS NULL',
      [stageId],
    );
    return row ?? null;
  }

  /** One statement, so that each assessment is seen whole: before a save that runs beside, or after it. */
  latestAttempts(actor: CourseActor, stageId: string): Promise<Postable[]> {
    return this.database.query<Postable>(
      `SELECT t.name AS team, newest.id AS "submissionId", newest.handed_in_at AS "handedInAt", newest.due_at AS "dueAt",
              a.id AS "assessmentId", a.state, a.version, a.rubric_version_id AS "rubricVersionId",
              a.gate_level AS "gateLevel", a.gate_comment AS "gateComment", a.comment,
              (SELECT coalesce(jsonb_object_agg(ac.criterion, jsonb_build_object('level', ac.level, 'points', ac.points, 'comment', ac.comment)), '{}')
               FROM assessment_criterion ac WHERE ac.assessment_id = a.id) AS criteria,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'email', p.email, 'language', p.language)), '[]')
               FROM submission_member sm
               JOIN person p ON p.id = sm.person_id AND p.suspended_at IS NULL
               JOIN enrolment e ON e.course_id = newest.course_id AND e.person_id = p.id AND e.ended_at IS NULL
               WHERE sm.submission_id = newest.id) AS readers,
              shown.submission_id AS "shownSubmissionId", shown.assessment_version AS "shownVersion"
       FROM team t
       JOIN LATERAL (SELECT * FROM submission WHERE stage_id = $2 AND team_id = t.id ORDER BY attempt DESC LIMIT 1) newest ON true
       LEFT JOIN assessment a ON a.submission_id = newest.id
       LEFT JOIN LATERAL (
         SELECT pm.submission_id, pm.assessment_version FROM posting po
         JOIN posted_mark pm ON pm.posting_id = po.id JOIN submission sub ON sub.id = pm.submission_id AND sub.team_id = t.id
         WHERE po.stage_id = $2 AND po.ended_at IS NULL
       ) shown ON true
       WHERE t.course_id = $1 AND t.section_id = ANY($3)
       ORDER BY t.name`,
      [actor.course.id, stageId, actor.sectionIds],
    );
  }

  async end(actor: CourseActor, postingId: string): Promise<void> {
    await this.database.change('UPDATE posting SET ended_by = $2, ended_at = now() WHERE id = $1 AND ended_at IS NULL', [
      postingId,
      actor.id,
    ]);
  }

  async add(actor: CourseActor, stageId: string, marks: readonly MarkToPost[]): Promise<string> {
    const [posting] = await this.database.query<{ id: string }>(
      'INSERT INTO posting (course_id, stage_id, posted_by, posted_at) VALUES ($1, $2, $3, now()) RETURNING id',
      [actor.course.id, stageId, actor.id],
    );
    await this.database.query(
      `INSERT INTO posted_mark (posting_id, submission_id, assessment_id, assessment_version, content, earned, deduction, points)
       SELECT $1, given.* FROM jsonb_to_recordset($2) AS given
         ("submissionId" uuid, "assessmentId" uuid, version integer, content jsonb, earned numeric, deduction numeric, points numeric)`,
      [posting!.id, JSON.stringify(marks)],
    );
    return posting!.id;
  }

  /** Shows marks of one posting in another, to the letter as they were shown. */
  async carryOver(fromId: string, toId: string, submissionIds: readonly string[]): Promise<void> {
    await this.database.query(
      `INSERT INTO posted_mark (posting_id, submission_id, assessment_id, assessment_version, content, earned, deduction, points)
       SELECT $2, submission_id, assessment_id, assessment_version, content, earned, deduction, points
       FROM posted_mark WHERE posting_id = $1 AND submission_id = ANY($3)`,
      [fromId, toId, submissionIds],
    );
  }
}
