import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CourseStage } from '../../assignments/index.js';
import { auditLine } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { addingJob } from '../../platform/jobs/job-queue.js';
import { memberIdsOf } from '../../teams/index.js';
import { losesUnseen, textsAdded } from './drafts.queries.js';
import { newReceipt } from './receipt.js';
import { WRITE_RECEIPT } from './receipts.js';
import type { PostedWork, ReceivedFile } from './stage-context.js';

export interface NewAttempt {
  readonly stage: Pick<CourseStage, 'id' | 'courseId'>;
  readonly team: { readonly id: string; readonly sectionId: string };
  readonly attempt: number;
  readonly requestKey: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly ReceivedFile[];
  readonly dueAt: Date;
  readonly handedInBy: string;
  readonly handedInAt: Date;
}

/** What is saved in the draft before it is handed in, and the version of the draft from which that was decided. */
export interface SeenDraft {
  readonly version: number;
  readonly work: Pick<PostedWork, 'texts' | 'base' | 'version'>;
}

/** An attempt with its files and the people it belongs to, for a row of `from`, unless another took its number or its key. */
const attemptFrom = (from: string): string => `
  made AS (
    INSERT INTO submission (id, course_id, stage_id, team_id, section_id, attempt, request_key, receipt, texts, due_at, handed_in_by, handed_in_at)
    SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::int, $7::uuid, $8::text, $9::jsonb, $10::timestamptz, $11::uuid, $12::timestamptz
    FROM ${from} ON CONFLICT DO NOTHING RETURNING id
  ), files AS (
    INSERT INTO submission_file (submission_id, deliverable, sha256, name, media_type, position)
    SELECT made.id, file.* FROM made, unnest($13::text[], $14::text[], $15::text[], $16::text[]) WITH ORDINALITY AS file
  ), members AS (
    INSERT INTO submission_member (submission_id, person_id)
    SELECT made.id, seat.person_id FROM made, (${memberIdsOf('$4')}) seat
  )`;

@Injectable()
export class AttemptsQueries {
  constructor(private readonly database: Database) {}

  async latest(stageId: string, teamId: string): Promise<number> {
    const sql = 'SELECT coalesce(max(attempt), 0) AS latest FROM submission WHERE stage_id = $1 AND team_id = $2';
    const rows = await this.database.query<{ latest: number }>(sql, [stageId, teamId]);
    return rows[0]!.latest;
  }

  /** Writes an attempt whose number is held, and nothing else. */
  async record(attempt: NewAttempt): Promise<{ id: string; receipt: string }> {
    const [id, receipt] = [randomUUID(), newReceipt()];
    await this.database.query(`WITH ${attemptFrom('(SELECT) held')} SELECT id FROM made`, valuesOf(attempt, id, receipt));
    return { id, receipt };
  }

  /**
   * Saves the draft and hands it in, with its line in the audit and the job that tells the members: one statement, for this is
   * where a whole class waits. Answers the id; null, with no attempt, when the draft is not the one that was seen or would lose
   * a text that was not, or when another attempt took the number or the key.
   */
  async handIn(attempt: NewAttempt, daysLate: number, { version: seen, work }: SeenDraft): Promise<string | null> {
    const [id, receipt] = [randomUUID(), newReceipt()];
    const detail = { receipt, attempt: attempt.attempt, daysLate, files: attempt.files.map(({ sha256 }) => sha256) };
    const { texts, base = {}, version } = work;
    const [made] = await this.database.query<{ id: string }>(
      `WITH kept AS (
         UPDATE draft SET ${textsAdded('$19::jsonb', '$11')}
         WHERE stage_id = $3 AND team_id = $4 AND version = $22 AND NOT ${losesUnseen('$19::jsonb', '$20::jsonb', '$21')}
         RETURNING id
       ), ${attemptFrom('kept')}, audited AS (
         ${auditLine(`$2, $11, 'work-handed-in', 'submission:' || made.id, $17::jsonb`, 'FROM made')}
       )
       SELECT made.id FROM made, ${addingJob('$18', `json_build_object('submissionId', made.id)`, `'receipt:' || made.id`)}`,
      [
        ...valuesOf(attempt, id, receipt),
        JSON.stringify(detail),
        WRITE_RECEIPT.name,
        JSON.stringify(texts),
        JSON.stringify(base),
        version,
        seen,
      ],
    );
    return made?.id ?? null;
  }
}

function valuesOf(attempt: NewAttempt, id: string, receipt: string): readonly unknown[] {
  const { stage, team, files } = attempt;
  const column = (pick: (file: ReceivedFile) => string): string[] => files.map(pick);
  return [
    id,
    stage.courseId,
    stage.id,
    team.id,
    team.sectionId,
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
  ];
}
