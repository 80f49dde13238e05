import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Correspondent, ReceiptFacts } from './receipt-mail.js';

/** What is told of one attempt, with the keys of what the assignment's files say. */
interface ReceiptRow extends Omit<ReceiptFacts, 'submissionId' | 'stage' | 'daysLate' | 'address'> {
  readonly assignment: string;
  readonly stage: string;
  /** The course's. */
  readonly slug: string;
  readonly members: readonly Correspondent[];
}

@Injectable()
export class ReceiptsQueries {
  constructor(private readonly database: Database) {}

  /** Of any attempt: for a job. */
  async read(submissionId: string): Promise<ReceiptRow> {
    const rows = await this.database.query<ReceiptRow>(
      `SELECT asg.key AS assignment, st.key AS stage, c.slug, c.time_zone AS zone, t.name AS team, sub.attempt, sub.receipt,
              sub.handed_in_at AS "handedInAt", p.name AS "handedInBy", sub.due_at AS "dueAt",
              coalesce((SELECT json_agg(json_build_object('deliverable', sf.deliverable, 'name', sf.name, 'size', b.size, 'sha256', sf.sha256,
                                                          'mediaType', sf.media_type) ORDER BY sf.position)
                        FROM submission_file sf JOIN blob b ON b.sha256 = sf.sha256 WHERE sf.submission_id = sub.id), '[]') AS files,
              coalesce((SELECT json_agg(json_build_object('id', member.id, 'name', member.name, 'email', member.email, 'language', member.language)
                                        ORDER BY member.sort_name, member.id)
                        FROM submission_member sm JOIN person member ON member.id = sm.person_id WHERE sm.submission_id = sub.id), '[]') AS members
       FROM submission sub JOIN stage st ON st.id = sub.stage_id JOIN assignment asg ON asg.id = st.assignment_id JOIN course c ON c.id = sub.course_id
       JOIN team t ON t.id = sub.team_id JOIN person p ON p.id = sub.handed_in_by WHERE sub.id = $1`,
      [submissionId],
    );
    return rows[0]!;
  }
}
