import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { CellContent, CellPlace } from './worksheet.shared.js';

/** A cell as it shall stand, and the version of it that this was made from: 0 for one in which nothing stood yet. */
export interface CellSave extends CellPlace, CellContent {
  /** What the field is about: no other row has such a cell. */
  readonly repeat: string;
  readonly version: number;
}

export interface SavedCell extends CellPlace {
  readonly version: number;
  readonly at: Date;
  /** The worksheet, and its number from then on. */
  readonly sheet: string;
  readonly number: number;
}

/** What stands in a cell now, and whose it is. */
export interface StandingCell extends CellPlace, CellContent {
  readonly version: number;
  readonly by: string;
  readonly at: Date;
}

/** One version of a cell, and the one that it was made from. */
export interface CellChange extends CellPlace {
  readonly version: number;
  /** The worksheet's when it was saved. */
  readonly number: number;
  readonly by: string;
  readonly at: Date;
  readonly from: CellContent;
  readonly to: CellContent;
  /** Whether this is what stands there now. */
  readonly isNewest: boolean;
}

/**
 * The worksheet of the actor's own team, held until the statement or its transaction ends, so that numbers grow in the order of commits.
 * Takes $1 the course, $2 the assignment's key, $3 the person.
 */
export const HELD_SHEET = `
  SELECT ws.id, ws.number + 1 AS number FROM worksheet ws
  JOIN assignment asg ON asg.id = ws.assignment_id AND asg.key = $2
  JOIN team_member tm ON tm.team_id = ws.team_id AND tm.course_id = ws.course_id AND tm.person_id = $3
  WHERE ws.course_id = $1 FOR UPDATE OF ws`;

@Injectable()
export class CellsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Saves cells of the actor's own team, in one statement; answers those saved. Left out are those that somebody saved since the version
   * they name, those of rows that are not there, and all of them where the actor has no worksheet.
   */
  save(actor: CourseActor, assignment: string, cells: readonly CellSave[]): Promise<SavedCell[]> {
    return this.database.query<SavedCell>(
      `WITH sheet AS MATERIALIZED (${HELD_SHEET}),
       given AS (
         SELECT given.* FROM jsonb_to_recordset($4::jsonb) AS given ("row" uuid, repeat text, field text, state text, value jsonb, version integer)
       ),
       saved AS (
         INSERT INTO worksheet_cell AS wc (worksheet_id, row_id, field, state, value, version, number, updated_by, updated_at)
         SELECT wr.worksheet_id, wr.id, given.field, given.state, given.value, given.version + 1, sheet.number, $3::uuid, now()
         FROM sheet JOIN worksheet_row wr ON wr.worksheet_id = sheet.id AND wr.deleted_at IS NULL JOIN given ON (given."row", given.repeat) = (wr.id, wr.repeat)
         WHERE given.version = 0 OR EXISTS (SELECT FROM worksheet_cell wc WHERE (wc.row_id, wc.field) = (given."row", given.field))
         ON CONFLICT (row_id, field) DO UPDATE
         SET state = excluded.state, value = excluded.value, version = excluded.version, number = excluded.number,
             updated_by = excluded.updated_by, updated_at = excluded.updated_at
         WHERE wc.version = excluded.version - 1
         RETURNING wc.*
       ),
       counted AS (UPDATE worksheet ws SET number = sheet.number FROM sheet WHERE ws.id = sheet.id AND EXISTS (SELECT FROM saved)),
       noted AS (
         INSERT INTO worksheet_change (worksheet_id, row_id, field, version, state, value, number, person_id, at)
         SELECT worksheet_id, row_id, field, version, state, value, number, updated_by, updated_at FROM saved
       )
       SELECT row_id AS "row", field, version, updated_at AS at, worksheet_id AS sheet, number FROM saved`,
      [actor.course.id, assignment, actor.id, JSON.stringify(cells)],
    );
  }

  /** What stands in these cells of rows that are there, with who put it there. */
  standing(sheetId: string, rows: readonly string[], fields: readonly string[]): Promise<StandingCell[]> {
    return this.database.query<StandingCell>(
      `SELECT wc.row_id AS "row", wc.field, wc.state, wc.value, wc.version, p.name AS by, wc.updated_at AS at
       FROM worksheet_cell wc JOIN worksheet_row wr ON wr.id = wc.row_id AND wr.deleted_at IS NULL JOIN person p ON p.id = wc.updated_by
       WHERE wc.worksheet_id = $1 AND wc.row_id = ANY ($2::uuid[]) AND wc.field = ANY ($3::text[])`,
      [sheetId, rows, fields],
    );
  }

  /** The newest changes of a worksheet, or of one of its cells, before a number where one is given. */
  history(sheetId: string, { row, field }: Partial<CellPlace>, before: number | null, most: number): Promise<CellChange[]> {
    return this.database.query<CellChange>(
      `SELECT wch.row_id AS "row", wch.field, wch.version, wch.number, p.name AS by, wch.at,
              json_build_object('state', coalesce(former.state, 'value'), 'value', former.value) AS "from",
              json_build_object('state', wch.state, 'value', wch.value) AS "to",
              wch.version = (SELECT wc.version FROM worksheet_cell wc WHERE (wc.row_id, wc.field) = (wch.row_id, wch.field)) AS "isNewest"
       FROM worksheet_change wch JOIN person p ON p.id = wch.person_id
       LEFT JOIN worksheet_change former ON (former.row_id, former.field, former.version) = (wch.row_id, wch.field, wch.version - 1)
       WHERE wch.worksheet_id = $1 AND ($2::uuid IS NULL OR wch.row_id = $2) AND ($3::text IS NULL OR wch.field = $3)
         AND ($4::integer IS NULL OR wch.number < $4)
       ORDER BY wch.number DESC, wch.row_id, wch.field LIMIT $5`,
      [sheetId, row ?? null, field ?? null, before, most],
    );
  }

  /** One version of a cell. */
  async version(sheetId: string, { row, field }: CellPlace, version: number): Promise<CellContent | null> {
    const rows = await this.database.query<CellContent>(
      `SELECT state, value FROM worksheet_change WHERE worksheet_id = $1 AND row_id = $2 AND field = $3 AND version = $4`,
      [sheetId, row, field, version],
    );
    return rows[0] ?? null;
  }
}
