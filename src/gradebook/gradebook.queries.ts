import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { CourseActor } from '../platform/security/actor.js';

/** One student at one stage, with the facts a mark is reckoned from. */
export interface MarkRow {
  readonly personId: string;
  readonly sortName: string;
  readonly email: string;
  readonly sectionId: string;
  readonly section: string;
  readonly team: string | null;
  readonly stageId: string;
  readonly isPosted: boolean;
  /** The stage’s deadline is still ahead. */
  readonly isComing: boolean;
  /** The newest attempt this student took part in; null when there is none. */
  readonly handedInAt: Date | null;
  readonly dueAt: Date | null;
  readonly state: 'draft' | 'finished' | null;
  /** Points by criterion of the assessment as it stands; empty until a level was chosen. */
  readonly points: Readonly<Record<string, number>>;
  /** What the posting in force shows this student, where it shows them something. */
  readonly posted: PostedMark | null;
}

export interface PostedMark {
  readonly earned: number;
  readonly deduction: number;
  readonly points: number;
  readonly criteria: Readonly<Record<string, number>>;
}

@Injectable()
export class GradebookQueries {
  constructor(private readonly database: Database) {}

  /** Every student of the actor's sections at every stage of the course: one statement, whatever the size of the class. */
  list(actor: CourseActor): Promise<MarkRow[]> {
    return this.database.query<MarkRow>(
      `SELECT e.person_id AS "personId", w.sort_name AS "sortName", w.email, x.id AS "sectionId", x.name AS section, t.name AS team,
              g.id AS "stageId", p.id IS NOT NULL AS "isPosted", g.due_at > now() AS "isComing", s.handed_in_at AS "handedInAt", s.due_at AS "dueAt", a.state,
              coalesce((SELECT jsonb_object_agg(c.criterion, c.points) FROM assessment_criterion c
                        WHERE c.assessment_id = a.id AND c.points IS NOT NULL), '{}') AS points,
              m.mark AS posted
       FROM enrolment e
       JOIN person w ON w.id = e.person_id
       JOIN section x ON x.id = e.section_id
       JOIN stage g ON g.course_id = e.course_id
       LEFT JOIN team_member i ON i.course_id = e.course_id AND i.person_id = e.person_id
       LEFT JOIN team t ON t.id = i.team_id
       LEFT JOIN posting p ON p.stage_id = g.id AND p.ended_at IS NULL
       LEFT JOIN LATERAL (
         SELECT n.id, n.handed_in_at, n.due_at FROM submission n JOIN submission_member o ON o.submission_id = n.id AND o.person_id = e.person_id
         WHERE n.stage_id = g.id ORDER BY n.handed_in_at DESC, n.attempt DESC LIMIT 1
       ) s ON true
       LEFT JOIN assessment a ON a.submission_id = s.id
       LEFT JOIN LATERAL (
         SELECT jsonb_build_object('earned', k.earned, 'deduction', k.deduction, 'points', k.points, 'criteria',
                  (SELECT coalesce(jsonb_object_agg(c ->> 'key', c -> 'points'), '{}') FROM jsonb_array_elements(k.content -> 'criteria') c)) AS mark
         FROM posted_mark k
         JOIN submission_member o ON o.submission_id = k.submission_id AND o.person_id = e.person_id
         JOIN submission n ON n.id = k.submission_id
         WHERE k.posting_id = p.id ORDER BY n.handed_in_at DESC LIMIT 1
       ) m ON true
       WHERE e.course_id = $1 AND e.role = 'student' AND e.ended_at IS NULL AND e.section_id = ANY($2)`,
      [actor.course.id, actor.sectionIds],
    );
  }
}
