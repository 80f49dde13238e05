import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';

/** What one student did with a unit. */
export interface StudentStudy {
  readonly name: string;
  readonly sortName: string;
  readonly section: string;
  /** When they opened any of it first; null when they did not. */
  readonly openedAt: Date | null;
  /** The slide last seen, counted from 1, and when the last one was reached. */
  readonly slide: number | null;
  readonly finishedAt: Date | null;
  readonly tries: number;
}

/** How many students answered a question of the self-check, and how many found it. */
export interface QuestionCount {
  readonly question: string;
  readonly people: number;
  readonly firstRight: number;
  /** In any of their tries. */
  readonly everRight: number;
}

/** The students whose work the actor may see: of their sections, as long as they are enrolled. Those who teach are none of them. */
const STUDENTS = `SELECT person_id, section_id FROM enrolment
  WHERE course_id = $1 AND role = 'student' AND ended_at IS NULL AND section_id = ANY ($2::uuid[])`;

/** What the students of a course did with one unit: one statement each, whatever the size of the class. */
@Injectable()
export class ResultsQueries {
  constructor(private readonly database: Database) {}

  listStudents(actor: CourseActor, unit: string): Promise<StudentStudy[]> {
    return this.database.query<StudentStudy>(
      `WITH student AS (${STUDENTS})
       SELECT p.name, p.sort_name AS "sortName", sec.name AS section, least(seen.opened_at, tried.answered_at) AS "openedAt",
              seen.slide, seen.finished_at AS "finishedAt", coalesce(tried.tries, 0) AS tries
       FROM student
       JOIN person p ON p.id = student.person_id
       JOIN section sec ON sec.id = student.section_id
       LEFT JOIN (
         SELECT person_id, min(opened_at) AS opened_at, max(slide) FILTER (WHERE item = 'deck') AS slide,
                max(finished_at) FILTER (WHERE item = 'deck') AS finished_at
         FROM study_mark WHERE course_id = $1 AND unit_key = $3 GROUP BY person_id
       ) seen ON seen.person_id = student.person_id
       LEFT JOIN (
         SELECT person_id, count(*)::int AS tries, min(answered_at) AS answered_at
         FROM self_check_attempt WHERE course_id = $1 AND unit_key = $3 GROUP BY person_id
       ) tried ON tried.person_id = student.person_id`,
      [actor.course.id, actor.sectionIds, unit],
    );
  }

  /** Each person counts once a question, by the first try that asked it and by the best of them. */
  countQuestions(actor: CourseActor, unit: string): Promise<QuestionCount[]> {
    return this.database.query<QuestionCount>(
      `SELECT question, count(*)::int AS people, count(*) FILTER (WHERE first_right)::int AS "firstRight",
              count(*) FILTER (WHERE ever_right)::int AS "everRight"
       FROM (
         SELECT asked.question, (array_agg(asked.question = ANY (sca.right_ones) ORDER BY sca.attempt))[1] AS first_right,
                bool_or(asked.question = ANY (sca.right_ones)) AS ever_right
         FROM self_check_attempt sca
         JOIN (${STUDENTS}) student ON student.person_id = sca.person_id
         CROSS JOIN LATERAL unnest(sca.asked) AS asked (question)
         WHERE sca.course_id = $1 AND sca.unit_key = $3
         GROUP BY sca.person_id, asked.question
       ) answered
       GROUP BY question`,
      [actor.course.id, actor.sectionIds, unit],
    );
  }
}
