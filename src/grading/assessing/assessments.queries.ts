import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { AssessmentContent, Judgement } from './assessment.shared.js';

interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** An assessment as it stands, with who wrote it last and who has it open. */
export interface AssessmentRow {
  readonly id: string;
  readonly submissionId: string;
  readonly sectionId: string;
  readonly stageId: string;
  readonly stageKey: string;
  readonly rubricVersionId: string;
  readonly state: 'draft' | 'finished';
  readonly version: number;
  /** False as long as it was only opened. */
  readonly isWritten: boolean;
  readonly content: AssessmentContent;
  readonly updatedBy: Somebody;
  readonly updatedAt: Date;
  /** Whoever opened it and has not let go of it; null once the claim has run out. */
  readonly claim: Somebody | null;
}

/** The newest attempt of a team at a stage, and its assessment when somebody has opened one. */
export interface LatestAttempt {
  readonly submissionId: string;
  readonly sectionId: string;
  readonly assignmentKey: string;
}

interface Row extends Omit<AssessmentRow, 'content' | 'updatedBy' | 'claim'> {
  readonly gateLevel: string | null;
  readonly gateComment: string;
  readonly comment: string;
  readonly criteria: Readonly<Record<string, Judgement>>;
  readonly updaterId: string;
  readonly updater: string;
  readonly claimerId: string | null;
  readonly claimer: string | null;
}

@Injectable()
export class AssessmentsQueries {
  constructor(private readonly database: Database) {}

  /** Only of this course and of the actor's sections: whatever else exists does not exist for them. */
  async find(actor: CourseActor, id: string): Promise<AssessmentRow | null> {
    const [row] = await this.database.query<Row>(
      `SELECT a.id, a.submission_id AS "submissionId", sub.section_id AS "sectionId", sub.stage_id AS "stageId", st.key AS "stageKey",
              a.rubric_version_id AS "rubricVersionId", a.state, a.version, a.is_written AS "isWritten", a.gate_level AS "gateLevel", a.gate_comment AS "gateComment", a.comment,
              (SELECT coalesce(jsonb_object_agg(ac.criterion, jsonb_build_object('level', ac.level, 'points', ac.points, 'comment', ac.comment)), '{}')
               FROM assessment_criterion ac WHERE ac.assessment_id = a.id) AS criteria,
              a.updated_by AS "updaterId", updater.name AS updater, a.updated_at AS "updatedAt", claimer.id AS "claimerId", claimer.name AS claimer
       FROM assessment a
       JOIN submission sub ON sub.id = a.submission_id
       JOIN stage st ON st.id = sub.stage_id
       JOIN person updater ON updater.id = a.updated_by
       LEFT JOIN person claimer ON claimer.id = a.claimed_by AND a.claimed_until > now()
       WHERE a.id = $1 AND a.course_id = $2 AND sub.section_id = ANY($3)`,
      [id, actor.course.id, actor.sectionIds],
    );
    return row ? assessmentOf(row) : null;
  }

  async findLatestAttempt(actor: CourseActor, submissionId: string): Promise<LatestAttempt | null> {
    const [row] = await this.database.query<LatestAttempt>(
      `SELECT latest.id AS "submissionId", latest.section_id AS "sectionId", asg.key AS "assignmentKey"
       FROM submission sub
       JOIN submission latest ON latest.stage_id = sub.stage_id AND latest.team_id = sub.team_id
       JOIN stage st ON st.id = sub.stage_id
       JOIN assignment asg ON asg.id = st.assignment_id
       WHERE sub.id = $1 AND sub.course_id = $2 AND latest.section_id = ANY($3)
       ORDER BY latest.attempt DESC LIMIT 1`,
      [submissionId, actor.course.id, actor.sectionIds],
    );
    return row ?? null;
  }
}

function assessmentOf({ gateLevel, gateComment, comment, criteria, updaterId, updater, claimerId, claimer, ...row }: Row): AssessmentRow {
  return {
    ...row,
    content: { criteria, gate: { level: gateLevel, comment: gateComment }, comment },
    updatedBy: { id: updaterId, name: updater },
    claim: claimerId && claimer ? { id: claimerId, name: claimer } : null,
  };
}
