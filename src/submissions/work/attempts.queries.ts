import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CourseStage } from '../../assignments/index.js';
import { Database } from '../../platform/database/database.js';
import type { DraftFile } from './draft.js';
import { FILES_OF_DRAFT } from './drafts.queries.js';
import type { ReceivedFile, TeamStageContext } from './stage-context.js';
import { newReceipt } from './receipt.js';

/** What decides a hand-in, as it stands under the lock of the draft. */
export interface HandInFacts {
  /** The database's clock at this moment, not at the transaction's beginning: attempts follow each other in time as in number. */
  readonly now: Date;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly isArchived: boolean;
  readonly latestAttempt: number;
  readonly files: readonly DraftFile[];
  /** The attempt that came with the same key, if one did. */
  readonly sameKey: { readonly id: string; readonly texts: Readonly<Record<string, string>>; readonly hashes: readonly string[] } | null;
}

export interface NewAttempt {
  readonly stage: Pick<CourseStage, 'id' | 'courseId'>;
  readonly team: { readonly id: string; readonly sectionId: string };
  readonly attempt: number;
  readonly requestKey: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly ReceivedFile[];
  readonly memberIds: readonly string[];
  readonly dueAt: Date;
  readonly handedInBy: string;
  readonly handedInAt: Date;
}

@Injectable()
export class AttemptsQueries {
  constructor(private readonly database: Database) {}

  /** `now` is when the hand-in began, and never before the attempt it follows. */
  async facts({ stage, team, openedAt }: TeamStageContext, requestKey: string | null): Promise<HandInFacts> {
    const rows = await this.database.query<HandInFacts>(
      `SELECT greatest(date_trunc('milliseconds', clock_timestamp() - $4 * interval '1 millisecond'),
                       (SELECT max(sub.handed_in_at) FROM submission sub WHERE sub.stage_id = st.id AND sub.team_id = d.team_id)) AS now, st.opens_at AS "opensAt", st.due_at AS "dueAt",
              c.archived_at IS NOT NULL AS "isArchived", ${FILES_OF_DRAFT} AS files,
              (SELECT coalesce(max(sub.attempt), 0) FROM submission sub WHERE sub.stage_id = st.id AND sub.team_id = d.team_id) AS "latestAttempt",
              (SELECT json_build_object('id', sub.id, 'texts', sub.texts,
                        'hashes', ARRAY(SELECT sf.sha256 FROM submission_file sf WHERE sf.submission_id = sub.id))
               FROM submission sub WHERE sub.stage_id = st.id AND sub.team_id = d.team_id AND sub.request_key = $3) AS "sameKey"
       FROM stage st JOIN course c ON c.id = st.course_id JOIN draft d ON d.stage_id = st.id
       WHERE st.id = $1 AND d.team_id = $2`,
      [stage.id, team.id, requestKey, performance.now() - openedAt],
    );
    return rows[0]!;
  }

  async latest(stageId: string, teamId: string): Promise<number> {
    const sql = 'SELECT coalesce(max(attempt), 0) AS latest FROM submission WHERE stage_id = $1 AND team_id = $2';
    const rows = await this.database.query<{ latest: number }>(sql, [stageId, teamId]);
    return rows[0]!.latest;
  }

  /** Writes an attempt with its files and the people it belongs to: one statement, for this is where a whole class waits. */
  async write(attempt: NewAttempt): Promise<{ id: string; receipt: string }> {
    const [id, receipt] = [randomUUID(), newReceipt()];
    const column = (pick: (file: ReceivedFile) => string): string[] => attempt.files.map(pick);
    await this.database.query(
      `WITH made AS (
         INSERT INTO submission (id, course_id, stage_id, team_id, section_id, attempt, request_key, receipt, texts, due_at, handed_in_by, handed_in_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ), files AS (
         INSERT INTO submission_file (submission_id, deliverable, sha256, name, media_type, position)
         SELECT $1, * FROM unnest($13::text[], $14::text[], $15::text[], $16::text[]) WITH ORDINALITY
       )
       INSERT INTO submission_member (submission_id, person_id) SELECT $1, unnest($17::uuid[])`,
      [
        id,
        attempt.stage.courseId,
        attempt.stage.id,
        attempt.team.id,
        attempt.team.sectionId,
        attempt.attempt,
        attempt.requestKey,
        receipt,
        JSON.stringify(attempt.texts),
        attempt.dueAt,
        attempt.handedInBy,
        attempt.handedInAt,
        column((f) => f.deliverable),
        column((f) => f.sha256),
        column((f) => f.name),
        column((f) => f.mediaType),
        attempt.memberIds,
      ],
    );
    return { id, receipt };
  }
}
