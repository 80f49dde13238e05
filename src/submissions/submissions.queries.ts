import { Injectable } from '@nestjs/common';
import { daysLate } from '../assignments/index.js';
import { Database } from '../platform/database/database.js';
import { type CourseActor, isStaff } from '../platform/security/actor.js';
import type { AttemptSummary, StageStanding, SubmittedFile, SubmittedWork } from './submitted-work.js';

/** A submission with everything but what the assignment's files say. */
export type SubmissionRow = Omit<SubmittedWork, 'assignment' | 'stage' | 'daysLate'> & { readonly stageId: string };

/**
 * Who sees a submission `sub`: staff of its section; whoever was in the team when it was handed in; whoever is in it now.
 * Takes $1 the course, $2 the sections of staff (empty for a student), $3 the person.
 */
const VISIBLE = `sub.course_id = $1 AND (
  sub.section_id = ANY ($2::uuid[])
  OR EXISTS (SELECT FROM submission_member sm WHERE sm.submission_id = sub.id AND sm.person_id = $3)
  OR EXISTS (SELECT FROM team_member tm WHERE tm.team_id = sub.team_id AND tm.person_id = $3))`;
const seenBy = (actor: CourseActor): readonly unknown[] => [actor.course.id, isStaff(actor) ? actor.sectionIds : [], actor.id];

/** Attempts of one stage `st` and one team as JSON, newest first. Takes the SQL that names the team. */
const attemptsOf = (team: string): string => `
  coalesce((SELECT json_agg(json_build_object('id', sub.id, 'attempt', sub.attempt, 'receipt', sub.receipt, 'handedInBy', p.name,
                     'handedInAt', sub.handed_in_at, 'dueAt', sub.due_at,
                     'files', (SELECT count(*) FROM submission_file sf WHERE sf.submission_id = sub.id)) ORDER BY sub.attempt DESC)
            FROM submission sub JOIN person p ON p.id = sub.handed_in_by WHERE sub.stage_id = st.id AND sub.team_id = ${team}), '[]')`;

@Injectable()
export class SubmissionsQueries {
  constructor(private readonly database: Database) {}

  async find(actor: CourseActor, id: string): Promise<SubmissionRow | null> {
    const rows = await this.database.query<SubmissionRow>(
      `SELECT sub.id, sub.course_id AS "courseId", sub.stage_id AS "stageId", sub.attempt, sub.texts, sub.receipt, sub.due_at AS "dueAt",
              sub.handed_in_at AS "handedInAt", p.name AS "handedInBy",
              json_build_object('id', t.id, 'name', t.name, 'sectionId', sub.section_id) AS team,
              (SELECT coalesce(max(later.attempt), sub.attempt) FROM submission later WHERE later.stage_id = sub.stage_id AND later.team_id = sub.team_id) AS "latestAttempt",
              coalesce((SELECT json_agg(json_build_object('id', sf.id, 'name', sf.name, 'size', b.size, 'sha256', sf.sha256,
                                 'mediaType', sf.media_type, 'deliverable', sf.deliverable) ORDER BY sf.position)
                        FROM submission_file sf JOIN blob b ON b.sha256 = sf.sha256 WHERE sf.submission_id = sub.id), '[]') AS files,
              coalesce((SELECT json_agg(json_build_object('id', member.id, 'name', member.name) ORDER BY member.sort_name, member.id)
                        FROM submission_member sm JOIN person member ON member.id = sm.person_id WHERE sm.submission_id = sub.id), '[]') AS members
       FROM submission sub JOIN team t ON t.id = sub.team_id JOIN person p ON p.id = sub.handed_in_by
       WHERE ${VISIBLE} AND sub.id = $4`,
      [...seenBy(actor), id],
    );
    return rows[0] ?? null;
  }

  async findFile(actor: CourseActor, id: string, fileId: string): Promise<SubmittedFile | null> {
    const rows = await this.database.query<SubmittedFile>(
      `SELECT sf.id, sf.name, b.size::float8 AS size, sf.sha256, sf.media_type AS "mediaType", sf.deliverable
       FROM submission_file sf JOIN submission sub ON sub.id = sf.submission_id JOIN blob b ON b.sha256 = sf.sha256
       WHERE ${VISIBLE} AND sub.id = $4 AND sf.id = $5`,
      [...seenBy(actor), id, fileId],
    );
    return rows[0] ?? null;
  }

  /** The attempts of one team at one stage. Of any team: for callers that have read it already. */
  async listAttempts({ course }: CourseActor, stageId: string, teamId: string): Promise<AttemptSummary[]> {
    const rows = await this.database.query<{ attempts: AttemptJson[] }>(
      `SELECT ${attemptsOf('$2')} AS attempts FROM stage st WHERE st.id = $1`,
      [stageId, teamId],
    );
    return (rows[0]?.attempts ?? []).map((attempt) => attemptOf(attempt, course.timeZone));
  }

  async countTeams(courseId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ stage_id: string; teams: number }>(
      'SELECT stage_id, count(DISTINCT team_id)::int AS teams FROM submission WHERE course_id = $1 GROUP BY stage_id',
      [courseId],
    );
    return new Map(rows.map(({ stage_id: id, teams }) => [id, teams]));
  }

  /** How far the actor's team is with each stage of the course, in one statement; nothing for whoever has no team. */
  async standings(actor: CourseActor): Promise<StageStanding[]> {
    const rows = await this.database.query<{ stageId: string; draftSavedAt: Date | null; attempts: AttemptJson[] }>(
      `SELECT st.id AS "stageId", d.updated_at AS "draftSavedAt", ${attemptsOf('mine.team_id')} AS attempts
       FROM stage st JOIN team_member mine ON mine.course_id = st.course_id AND mine.person_id = $2
       LEFT JOIN draft d ON d.stage_id = st.id AND d.team_id = mine.team_id
       WHERE st.course_id = $1 ORDER BY st.number`,
      [actor.course.id, actor.id],
    );
    return rows.map(({ attempts, ...row }) => ({ ...row, attempts: attempts.map((attempt) => attemptOf(attempt, actor.course.timeZone)) }));
  }
}

/** JSON has no dates. */
type AttemptJson = Omit<AttemptSummary, 'handedInAt' | 'daysLate'> & { readonly handedInAt: string; readonly dueAt: string };

function attemptOf({ dueAt, ...row }: AttemptJson, zone: string): AttemptSummary {
  const handedInAt = new Date(row.handedInAt);
  return { ...row, handedInAt, daysLate: daysLate(handedInAt, new Date(dueAt), zone) };
}
