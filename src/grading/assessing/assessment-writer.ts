import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { type AssessmentContent, levelOf, type StageRubric, tallyOf } from './assessment.shared.js';
import type { AssessmentRow } from './assessments.queries.js';

/** `keep` a draft and the claim on it, `leave` the draft to others, or `finish`. */
export type SaveMode = 'keep' | 'leave' | 'finish';

type Written = Pick<AssessmentRow, 'state' | 'version' | 'isWritten' | 'updatedAt'>;
/** An assessment with what it judges by. */
type GradedRow = AssessmentRow & { readonly stageRubric: StageRubric };

export interface SaveCommand {
  readonly version: number;
  readonly content: AssessmentContent;
  readonly mode: SaveMode;
}

const CLAIM = `now() + interval '15 minutes'`;
const HELD_BY_ANOTHER = `assessment.claimed_by <> $1 AND assessment.claimed_until > now()`;

/** The statements that change an assessment. Whether one may is asked by the service before. */
@Injectable()
export class AssessmentWriter {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /** The assessment of this attempt, made at the first opening, and claimed unless somebody else holds it. */
  async open(actor: CourseActor, submissionId: string, rubricVersionId: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO assessment (course_id, submission_id, rubric_version_id, updated_by, claimed_by, claimed_until)
       VALUES ($2, $3, $4, $1, $1, ${CLAIM})
       ON CONFLICT (submission_id) DO UPDATE SET
         claimed_by = CASE WHEN ${HELD_BY_ANOTHER} THEN assessment.claimed_by ELSE $1 END,
         claimed_until = CASE WHEN ${HELD_BY_ANOTHER} THEN assessment.claimed_until ELSE ${CLAIM} END
       RETURNING id`,
      [actor.id, actor.course.id, submissionId, rubricVersionId],
    );
    return row!.id;
  }

  async release(actor: CourseActor, id: string): Promise<void> {
    await this.database.change(
      'UPDATE assessment SET claimed_by = NULL, claimed_until = NULL WHERE id = $1 AND course_id = $2 AND claimed_by = $3',
      [id, actor.course.id, actor.id],
    );
  }

  /**
   * Every save is kept, applied or not; the assessment takes it only if it is still the version the save was made from.
   * Null when it is not: then nothing else was touched.
   */
  save(actor: CourseActor, before: GradedRow, command: SaveCommand): Promise<Written | null> {
    if (!touchesMark(before, command)) return this.write(actor, before, command);
    return this.database.transaction(async () => {
      const written = await this.write(actor, before, command);
      if (written) await this.noteMark(actor, before, command);
      return written;
    });
  }

  /** One statement, for a grader's page saves with every pause in typing. The criteria of a stage are always the same, so each is written over. */
  private async write(
    actor: CourseActor,
    { id, stageRubric }: GradedRow,
    { version, content, mode }: SaveCommand,
  ): Promise<Written | null> {
    const [row] = await this.database.query<Written>(
      `WITH written AS (
         UPDATE assessment SET
           version = version + 1, is_written = true, state = $4, gate_level = $5, gate_comment = $6, comment = $7, updated_by = $1, updated_at = now(),
           claimed_by = CASE WHEN ${HELD_BY_ANOTHER} THEN claimed_by WHEN $8 THEN $1::uuid END,
           claimed_until = CASE WHEN ${HELD_BY_ANOTHER} THEN claimed_until WHEN $8 THEN ${CLAIM} END
         WHERE id = $2 AND version = $3
         RETURNING id, state, version, is_written, updated_at
       ), kept AS (
         INSERT INTO assessment_save (assessment_id, person_id, made_from, applied, content, at)
         VALUES ($2, $1, $3, EXISTS (SELECT FROM written), $9, clock_timestamp())
       ), criteria AS (
         INSERT INTO assessment_criterion (assessment_id, criterion, level, level_name_fr, level_name_en, points, comment)
         SELECT written.id, given.*
         FROM written, jsonb_to_recordset($10) AS given (criterion text, level text, level_name_fr text, level_name_en text, points numeric, comment text)
         ON CONFLICT (assessment_id, criterion) DO UPDATE SET
           level = excluded.level, level_name_fr = excluded.level_name_fr, level_name_en = excluded.level_name_en,
           points = excluded.points, comment = excluded.comment
       )
       SELECT state, version, is_written AS "isWritten", updated_at AS "updatedAt" FROM written`,
      [
        actor.id,
        id,
        version,
        mode === 'finish' ? 'finished' : 'draft',
        content.gate.level,
        content.gate.comment,
        content.comment,
        mode === 'keep',
        JSON.stringify(content),
        JSON.stringify(criterionRows(stageRubric, content)),
      ],
    );
    return row ?? null;
  }

  private async noteMark(actor: CourseActor, before: GradedRow, { content, mode }: SaveCommand): Promise<void> {
    const { earned } = tallyOf(before.stageRubric, content);
    const was = before.state === 'finished' ? tallyOf(before.stageRubric, before.content).earned : null;
    await this.audit.note({
      courseId: actor.course.id,
      actorId: actor.id,
      action: was === null ? 'mark-given' : 'mark-changed',
      object: `assessment:${before.id}`,
      detail: { ...(was !== null && { from: was }), to: earned, state: mode === 'finish' ? 'finished' : 'draft' },
    });
  }
}

/** A draft is no mark. A mark is given when an assessment is finished, and changes when a finished one is saved again. */
const touchesMark = (before: GradedRow, { mode }: SaveCommand): boolean => before.state === 'finished' || mode === 'finish';

/** The level's name is kept as it was chosen. */
const criterionRows = ({ criteria }: StageRubric, content: AssessmentContent) =>
  criteria.map((criterion) => {
    const { level: key, points, comment } = content.criteria[criterion.key]!;
    const level = levelOf(criterion, key);
    const names = { level_name_fr: level?.name.fr ?? null, level_name_en: level?.name.en ?? null };
    return { criterion: criterion.key, level: key, ...names, points, comment };
  });
