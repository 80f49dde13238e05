import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { SubmittedWork } from '../../submissions/index.js';
import type { PostedContent } from '../posting/posted-mark.js';

/** A mark that its team may read. */
export interface Result {
  readonly content: PostedContent;
  readonly earned: number;
  readonly deduction: number;
  readonly points: number;
  readonly postedAt: Date;
}

/** The same, among a student's others. */
export interface OwnMark extends Result {
  readonly stageId: string;
  readonly submissionId: string;
}

const RESULT = `pm.content, pm.earned::float8 AS earned, pm.deduction::float8 AS deduction, pm.points::float8 AS points, po.posted_at AS "postedAt"`;
const IN_FORCE = 'posted_mark pm JOIN posting po ON po.id = pm.posting_id AND po.ended_at IS NULL';

/** Marks as students may know them: through a posting in force, and through nothing else. */
@Injectable()
export class ResultsService {
  constructor(private readonly database: Database) {}

  /** The posted result of an attempt that the actor may see. */
  async find(actor: CourseActor, work: SubmittedWork): Promise<Result | null> {
    const [result] = await this.database.query<Result>(
      `SELECT ${RESULT} FROM ${IN_FORCE} WHERE pm.submission_id = $1 AND po.course_id = $2`,
      [work.id, actor.course.id],
    );
    return result ?? null;
  }

  /** The actor's own marks in the course, by stage. */
  listOwn(actor: CourseActor): Promise<OwnMark[]> {
    return this.database.query<OwnMark>(
      `SELECT DISTINCT ON (po.stage_id) ${RESULT}, po.stage_id AS "stageId", pm.submission_id AS "submissionId"
       FROM ${IN_FORCE} JOIN submission_member sm ON sm.submission_id = pm.submission_id AND sm.person_id = $2 JOIN submission sub ON sub.id = pm.submission_id
       WHERE po.course_id = $1
       ORDER BY po.stage_id, sub.handed_in_at DESC`,
      [actor.course.id, actor.id],
    );
  }
}
