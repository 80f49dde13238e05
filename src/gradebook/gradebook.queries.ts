import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { CourseActor } from '../platform/security/actor.js';

/** All that the marks of a course are reckoned from. */
export interface MarkFacts {
  readonly students: readonly StudentFacts[];
  readonly stages: readonly StageFacts[];
  readonly works: readonly WorkFacts[];
  readonly posted: readonly PostedMark[];
}

export interface StudentFacts {
  readonly id: string;
  readonly sortName: string;
  readonly email: string;
  readonly sectionId: string;
  readonly section: string;
  readonly team: string | null;
}

export interface StageFacts {
  readonly id: string;
  readonly isPosted: boolean;
  /** The stage’s deadline is still ahead. */
  readonly isComing: boolean;
}

/** An attempt, as the newest that some students took part in. */
export interface WorkFacts {
  readonly stageId: string;
  readonly students: readonly string[];
  /** Milliseconds since 1970, as JSON knows no dates; so is `dueAt`. */
  readonly handedInAt: number;
  readonly dueAt: number;
  readonly state: 'draft' | 'finished' | null;
  /** Points by criterion of the assessment as it stands; null until a level was chosen. */
  readonly points: Readonly<Record<string, number>> | null;
}

/** What the posting in force shows some students. */
export interface PostedMark {
  readonly stageId: string;
  readonly students: readonly string[];
  readonly earned: number;
  readonly deduction: number;
  readonly points: number;
  readonly criteria: Readonly<Record<string, number>>;
}

@Injectable()
export class GradebookQueries {
  constructor(private readonly database: Database) {}

  /**
   * The students of the actor's sections, the stages of the course, and what there is to mark: one statement, whatever the size of
   * the class. Who took part in what is gone through once, and what a team has in common comes once for its members. A posting
   * holds whole rubrics: a mark's criteria are taken out of it only where its assessment has changed since.
   */
  async read(actor: CourseActor): Promise<MarkFacts> {
    const [facts] = await this.database.query<MarkFacts>(
      `WITH student AS MATERIALIZED (
         SELECT e.person_id AS id, p.sort_name AS "sortName", p.email, sec.id AS "sectionId", sec.name AS section, t.name AS team
         FROM enrolment e
         JOIN person p ON p.id = e.person_id
         JOIN section sec ON sec.id = e.section_id
         LEFT JOIN team_member tm ON tm.course_id = e.course_id AND tm.person_id = e.person_id
         LEFT JOIN team t ON t.id = tm.team_id
         WHERE e.course_id = $1 AND e.role = 'student' AND e.ended_at IS NULL AND e.section_id = ANY($2)
       ), taken AS MATERIALIZED (
         SELECT sm.person_id, sub.id, sub.stage_id, sub.handed_in_at, sub.due_at, sub.attempt
         FROM submission sub
         JOIN submission_member sm ON sm.submission_id = sub.id
         JOIN student ON student.id = sm.person_id
         WHERE sub.course_id = $1
       ), newest AS (
         SELECT DISTINCT ON (person_id, stage_id) * FROM taken ORDER BY person_id, stage_id, handed_in_at DESC, attempt DESC
       ), work AS (
         SELECT id, stage_id, handed_in_at, due_at, json_agg(person_id) AS students FROM newest GROUP BY id, stage_id, handed_in_at, due_at
       ), shown AS (
         SELECT DISTINCT ON (taken.person_id, taken.stage_id) taken.person_id, taken.stage_id, taken.id, po.id AS posting_id
         FROM taken
         JOIN posting po ON po.stage_id = taken.stage_id AND po.ended_at IS NULL
         JOIN posted_mark pm ON pm.posting_id = po.id AND pm.submission_id = taken.id
         ORDER BY taken.person_id, taken.stage_id, taken.handed_in_at DESC
       ), mark AS (
         SELECT id, stage_id, posting_id, json_agg(person_id) AS students FROM shown GROUP BY id, stage_id, posting_id
       ), given AS MATERIALIZED (
         SELECT a.id, json_object_agg(ac.criterion, ac.points) AS points
         FROM work
         JOIN assessment a ON a.submission_id = work.id
         JOIN assessment_criterion ac ON ac.assessment_id = a.id AND ac.points IS NOT NULL
         GROUP BY a.id
       )
       SELECT
         (SELECT coalesce(json_agg(student ORDER BY student."sortName", student.email), '[]') FROM student) AS students,
         (SELECT coalesce(json_agg(json_build_object('id', st.id, 'isComing', st.due_at > now(), 'isPosted', EXISTS (
             SELECT FROM posting po WHERE po.stage_id = st.id AND po.ended_at IS NULL
           ))), '[]') FROM stage st WHERE st.course_id = $1) AS stages,
         (SELECT coalesce(json_agg(json_build_object('stageId', work.stage_id, 'students', work.students, 'state', a.state,
             'handedInAt', extract(epoch FROM work.handed_in_at) * 1000, 'dueAt', extract(epoch FROM work.due_at) * 1000,
             'points', given.points)), '[]')
            FROM work LEFT JOIN assessment a ON a.submission_id = work.id LEFT JOIN given ON given.id = a.id) AS works,
         (SELECT coalesce(json_agg(json_build_object('stageId', mark.stage_id, 'students', mark.students,
             'earned', pm.earned, 'deduction', pm.deduction, 'points', pm.points,
             'criteria', coalesce(
               CASE WHEN a.version = pm.assessment_version THEN given.points END,
               (SELECT json_object_agg(rc ->> 'key', rc -> 'points') FROM jsonb_array_elements(pm.content -> 'criteria') rc),
               '{}'))), '[]')
            FROM mark
            JOIN posted_mark pm ON pm.posting_id = mark.posting_id AND pm.submission_id = mark.id
            JOIN assessment a ON a.id = pm.assessment_id
            LEFT JOIN given ON given.id = a.id) AS posted`,
      [actor.course.id, actor.sectionIds],
    );
    return facts!;
  }
}
