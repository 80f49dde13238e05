import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { CellPlace } from '../sheet/worksheet.shared.js';
import { PRESENT_SECONDS, type SheetNews } from './watch.shared.js';

/** The worksheet of the actor’s own team. Takes $1 the course, $2 the assignment's key, $3 the person. */
const MY_SHEET = `
  SELECT ws.id, ws.number FROM worksheet ws JOIN assignment asg ON asg.id = ws.assignment_id AND asg.key = $2
  JOIN team_member tm ON tm.team_id = ws.team_id AND tm.course_id = ws.course_id AND tm.person_id = $3 WHERE ws.course_id = $1`;

/** Somebody in a worksheet; `isNew` when others do not know yet that they are there. */
export interface StandingThere {
  readonly id: string;
  readonly number: number;
  readonly isNew: boolean;
}

@Injectable()
export class WatchQueries {
  constructor(private readonly database: Database) {}

  async find(actor: CourseActor, assignment: string): Promise<{ id: string; number: number } | null> {
    const rows = await this.database.query<{ id: string; number: number }>(MY_SHEET, [actor.course.id, assignment, actor.id]);
    return rows[0] ?? null;
  }

  /** What one statement sees of it: cells and number belong together. */
  async news(actor: CourseActor, assignment: string, since: number): Promise<SheetNews | null> {
    const rows = await this.database.query<SheetNews>(
      `WITH sheet AS (${MY_SHEET})
       SELECT sheet.number,
              coalesce((SELECT json_agg(json_build_object('row', wc.row_id, 'field', wc.field, 'state', wc.state, 'value', wc.value, 'version', wc.version))
                        FROM worksheet_cell wc WHERE wc.worksheet_id = sheet.id AND wc.number > $4), '[]') AS cells,
              coalesce((SELECT json_agg(wr.id) FROM worksheet_row wr WHERE wr.worksheet_id = sheet.id AND wr.number > $4), '[]') AS rows,
              coalesce((SELECT json_agg(json_build_object('name', p.name, 'row', wp.row_id, 'field', wp.field) ORDER BY p.sort_name, p.id)
                        FROM worksheet_presence wp JOIN person p ON p.id = wp.person_id
                        WHERE wp.worksheet_id = sheet.id AND wp.person_id <> $3 AND wp.expires_at > now()), '[]') AS people
       FROM sheet`,
      [actor.course.id, assignment, actor.id, since],
    );
    return rows[0] ?? null;
  }

  /** Says where somebody is, in the worksheet of their team; null where that is, or the row is, not there. */
  async stand(actor: CourseActor, assignment: string, at: CellPlace | null): Promise<StandingThere | null> {
    const rows = await this.database.query<StandingThere>(
      `WITH sheet AS (${MY_SHEET}),
       was AS (
         SELECT wp.row_id, wp.field FROM sheet JOIN worksheet_presence wp ON wp.worksheet_id = sheet.id
         WHERE wp.person_id = $3 AND wp.expires_at > now()
       ),
       stood AS (
         INSERT INTO worksheet_presence (worksheet_id, person_id, row_id, field, expires_at)
         SELECT sheet.id, $3::uuid, $4::uuid, $5::text, now() + make_interval(secs => ${PRESENT_SECONDS}) FROM sheet
         WHERE $4::uuid IS NULL OR EXISTS (SELECT FROM worksheet_row wr WHERE wr.id = $4 AND wr.worksheet_id = sheet.id)
         ON CONFLICT (worksheet_id, person_id) DO UPDATE SET row_id = excluded.row_id, field = excluded.field, expires_at = excluded.expires_at
         RETURNING worksheet_id
       )
       SELECT sheet.id, sheet.number,
              NOT EXISTS (SELECT FROM was WHERE (was.row_id, was.field) IS NOT DISTINCT FROM ($4::uuid, $5::text)) AS "isNew"
       FROM sheet JOIN stood ON stood.worksheet_id = sheet.id`,
      [actor.course.id, assignment, actor.id, at?.row ?? null, at?.field ?? null],
    );
    return rows[0] ?? null;
  }
}
