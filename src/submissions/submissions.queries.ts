import { Injectable } from '@nestjs/common';
import { daysLate } from '../assignments/index.js';
import { Database } from '../platform/database/database.js';
import { type CourseActor, isStaff } from '../platform/security/actor.js';
import type { AttemptSummary, StageStanding, SubmittedFile, SubmittedWork } from './submitted-work.js';

/** A submission with everything but what the assignment's files say. */
export type SubmissionRow = Omit<SubmittedWork, 'assignment' | 'stage' | 'daysLate'> & { readonly stageId: string };

/**
 * Who sees a submission `a`: staff of its section; whoever was in the team when it was handed in; whoever is in it now.
 * Takes $1 the course, $2 the sections of staff (empty for a student), $3 the person.
 */
const VISIBLE = `a.course_id = $1 AND (
  a.section_id = ANY ($2::uuid[])
  OR EXISTS (SELECT FROM submission_member sm WHERE sm.submission_id = a.id AND sm.person_id = $3)
  OR EXISTS (SELECT FROM team_member tm WHERE tm.team_id = a.team_id AND tm.person_id = $3))`;
const seenBy = (actor: CourseActor): readonly unknown[] => [actor.course.id, isStaff(actor) ? actor.sectionIds : [], actor.id];

/** Attempts of one stage `s` and one team as JSON, newest first. Takes the SQL that names the team. */
const attemptsOf = (team: string): string => `
  coalesce((SELECT json_agg(json_build_object('id', a.id, 'attempt', a.attempt, 'receipt', a.receipt, 'handedInBy', p.name,
                     'handedInAt', a.handed_in_at, 'dueAt', a.due_at,
                     'files', (SELECT count(*) FROM submission_file f WHERE f.submission_id = a.id)) ORDER BY a.attempt DESC)
            FROM submission a JOIN person p ON p.id = a.handed_in_by WHERE a.stage_id = s.id AND a.team_id = ${team}), '[]')`;

@Injectable()
export class SubmissionsQueries {
  constructor(private readonly database: Database) {}

  async find(actor: CourseActor, id: string): Promise<SubmissionRow | null> {
    const rows = await this.database.query<SubmissionRow>(
      `SELECT a.id, a.course_id AS "courseId", a.stage_id AS "stageId", a.attempt, a.texts, a.receipt, a.due_at AS "dueAt",
              a.handed_in_at AS "handedInAt", p.name AS "handedInBy",
              json_build_object('id', t.id, 'name', t.name, 'sectionId', a.section_id) AS team,
              (SELECT coalesce(max(b.attempt), a.attempt) FROM submission b WHERE b.stage_id = a.stage_id AND b.team_id = a.team_id) AS "latestAttempt",
              coalesce((SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'size', b.size, 'sha256', f.sha256,
                                 'mediaType', f.media_type, 'deliverable', f.deliverable) ORDER BY f.position)
                        FROM submission_file f JOIN blob b ON b.sha256 = f.sha256 WHERE f.submission_id = a.id), '[]') AS files,
              coalesce((SELECT json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY m.sort_name, m.id)
                        FROM submission_member sm JOIN person m ON m.id = sm.person_id WHERE sm.submission_id = a.id), '[]') AS members
       FROM submission a JOIN team t ON t.id = a.team_id JOIN person p ON p.id = a.handed_in_by
       WHERE ${VISIBLE} AND a.id = $4`,
      [...seenBy(actor), id],
    );
    return rows[0] ?? null;
  }

  async findFile(actor: CourseActor, id: string, fileId: string): Promise<SubmittedFile | null> {
    const rows = await this.database.query<SubmittedFile>(
      `SELECT f.id, f.name, b.size::float8 AS size, f.sha256, f.media_type AS "mediaType", f.deliverable
       FROM submission_file f JOIN submission a ON a.id = f.submission_id JOIN blob b ON b.sha256 = f.sha256
       WHERE ${VISIBLE} AND a.id = $4 AND f.id = $5`,
      [...seenBy(actor), id, fileId],
    );
    return rows[0] ?? null;
  }

  /** The attempts of one team at one stage. Of any team: for callers that have read it already. */
  async listAttempts({ course }: CourseActor, stageId: string, teamId: string): Promise<AttemptSummary[]> {
    const rows = await this.database.query<{ attempts: AttemptJson[] }>(
      `SELECT ${attemptsOf('$2')} AS attempts FROM stage s WHERE s.id = $1`,
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
      `SELECT s.id AS "stageId", d.updated_at AS "draftSavedAt", ${attemptsOf('mine.team_id')} AS attempts
       FROM stage s JOIN team_member mine ON mine.course_id = s.course_id AND mine.person_id = $2
       LEFT JOIN draft d ON d.stage_id = s.id AND d.team_id = mine.team_id
       WHERE s.course_id = $1 ORDER BY s.number`,
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
