import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { SheetRow } from './worksheet.shared.js';

/** One team's worksheet for one assignment. */
export interface Worksheet {
  readonly id: string;
  readonly team: { readonly id: string; readonly name: string };
  /** Grows with each change that is committed. */
  readonly number: number;
}

/** A team of the actor's sections, as far as it has come. */
export interface TeamStanding {
  readonly id: string;
  readonly name: string;
  readonly section: string;
  /** Null before somebody of the team has opened it. */
  readonly sheet: { readonly id: string; readonly changedAt: string | null } | null;
}

/** What to read of a worksheet: all rows of these repeats, and one more; of each, the cells of these fields. */
export interface SheetPart {
  readonly repeats: readonly string[];
  readonly row?: string;
  readonly fields: readonly string[];
}

interface SheetRecord {
  id: string;
  number: number;
  team_id: string;
  team: string;
}

const SHEET = `SELECT ws.id, ws.number, t.id AS team_id, t.name AS team FROM worksheet ws JOIN team t ON t.id = ws.team_id`;

@Injectable()
export class WorksheetsQueries {
  constructor(private readonly database: Database) {}

  /** The worksheet of the team that the actor is in, or null. */
  async findMine(actor: CourseActor, assignmentId: string): Promise<Worksheet | null> {
    const rows = await this.database.query<SheetRecord>(
      `${SHEET} JOIN team_member tm ON tm.team_id = t.id AND tm.course_id = t.course_id
       WHERE ws.course_id = $1 AND ws.assignment_id = $2 AND tm.person_id = $3`,
      [actor.course.id, assignmentId, actor.id],
    );
    return rows.map(worksheetOf)[0] ?? null;
  }

  /** That of one team of the actor's sections, or null. */
  async findOfTeam(actor: CourseActor, assignmentId: string, teamId: string): Promise<Worksheet | null> {
    const rows = await this.database.query<SheetRecord>(
      `${SHEET} WHERE ws.course_id = $1 AND ws.assignment_id = $2 AND ws.team_id = $3 AND t.section_id = ANY ($4::uuid[])`,
      [actor.course.id, assignmentId, teamId, actor.sectionIds],
    );
    return rows.map(worksheetOf)[0] ?? null;
  }

  /** Makes a team's worksheet, with one row for each of these repeats. Of two who open it at once, one makes it, and is told of its rows. */
  make(
    actor: CourseActor,
    assignmentId: string,
    teamId: string,
    version: string,
    repeats: readonly string[],
  ): Promise<{ id: string; sheet: string; repeat: string }[]> {
    return this.database.query(
      `WITH made AS (
         INSERT INTO worksheet (course_id, team_id, assignment_id, schema_version, number) VALUES ($1, $2, $3, $4, 1)
         ON CONFLICT (team_id, assignment_id) DO NOTHING RETURNING id
       )
       INSERT INTO worksheet_row (worksheet_id, repeat, position, number) SELECT id, repeat, 'a0', 1 FROM made, unnest($5::text[]) AS repeat
       RETURNING id, worksheet_id AS sheet, repeat`,
      [actor.course.id, teamId, assignmentId, version, repeats],
    );
  }

  /** Rows that are there, those of one repeat in their order. */
  rows(sheetId: string, { repeats, row, fields }: SheetPart): Promise<SheetRow[]> {
    return this.database.query<SheetRow>(
      `SELECT wr.id, wr.repeat, coalesce((
         SELECT json_object_agg(wc.field, json_build_object('state', wc.state, 'value', wc.value, 'version', wc.version))
         FROM worksheet_cell wc WHERE wc.row_id = wr.id AND wc.field = ANY ($4::text[])), '{}') AS cells
       FROM worksheet_row wr WHERE wr.worksheet_id = $1 AND wr.deleted_at IS NULL AND (wr.repeat = ANY ($2::text[]) OR wr.id = $3)
       ORDER BY wr.repeat, wr.position, wr.id`,
      [sheetId, repeats, row ?? null, fields],
    );
  }

  /** How many rows of each repeat are there. */
  countRows(sheetIds: readonly string[]): Promise<{ sheet: string; repeat: string; count: number }[]> {
    return this.database.query(
      `SELECT worksheet_id AS sheet, repeat, count(*)::int AS count FROM worksheet_row
       WHERE worksheet_id = ANY ($1::uuid[]) AND deleted_at IS NULL GROUP BY worksheet_id, repeat`,
      [sheetIds],
    );
  }

  /** How many cells of each field are filled, of all rows that are there. */
  countFilled(sheetIds: readonly string[]): Promise<{ sheet: string; field: string; count: number }[]> {
    return this.database.query(
      `SELECT wc.worksheet_id AS sheet, wc.field, count(*)::int AS count
       FROM worksheet_cell wc JOIN worksheet_row wr ON wr.id = wc.row_id AND wr.deleted_at IS NULL
       WHERE wc.worksheet_id = ANY ($1::uuid[]) AND (wc.value IS NOT NULL OR wc.state = 'not_observable') GROUP BY wc.worksheet_id, wc.field`,
      [sheetIds],
    );
  }

  /** The teams of the actor's sections. */
  teams(actor: CourseActor, assignmentId: string): Promise<TeamStanding[]> {
    return this.database.query<TeamStanding>(
      `SELECT t.id, t.name, sec.name AS section,
              CASE WHEN ws.id IS NOT NULL THEN json_build_object('id', ws.id, 'changedAt', (SELECT max(wch.at) FROM worksheet_change wch WHERE wch.worksheet_id = ws.id)) END AS sheet
       FROM team t JOIN section sec ON sec.id = t.section_id LEFT JOIN worksheet ws ON ws.team_id = t.id AND ws.assignment_id = $2
       WHERE t.course_id = $1 AND t.section_id = ANY ($3::uuid[])
       ORDER BY sec.name, substring(t.name FROM '\\d{1,9}')::int NULLS LAST, lower(t.name), t.id`,
      [actor.course.id, assignmentId, actor.sectionIds],
    );
  }
}

const worksheetOf = ({ id, number, team_id, team }: SheetRecord): Worksheet => ({ id, number, team: { id: team_id, name: team } });
