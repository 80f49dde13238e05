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

/** The person `$2`’s own marks in the course `$1`, by stage: of an attempt that was handed in again, the newest. */
const ownMarks = (columns: string): string =>
  `SELECT DISTINCT ON (po.stage_id) ${columns}, po.stage_id AS "stageId", pm.submission_id AS "submissionId"
   FROM ${IN_FORCE} JOIN submission_member sm ON sm.submission_id = pm.submission_id AND sm.person_id = $2 JOIN submission sub ON sub.id = pm.submission_id
   WHERE po.course_id = $1
   ORDER BY po.stage_id, sub.handed_in_at DESC`;

/** The same as a column, without what was written of each: for statements that ask for it on their way. */
export const OWN_MARKS_COLUMN = `(SELECT json_agg(own) FROM (${ownMarks(`pm.points::float8 AS points, (pm.content -> 'outOf')::float8 AS "outOf", po.posted_at AS "postedAt"`)}) own) AS returned`;
export interface OwnMarksRow {
  returned:
    readonly (Pick<OwnMark, 'points' | 'stageId' | 'submissionId'> & { readonly outOf: number; readonly postedAt: string })[] | null;
}

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
    return this.database.query<OwnMark>(ownMarks(RESULT), [actor.course.id, actor.id]);
  }
}
