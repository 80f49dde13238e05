import { Injectable } from '@nestjs/common';
import { generateKeyBetween } from 'fractional-indexing';
import { Database } from '../../platform/database/database.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { HELD_SHEET } from './cells.queries.js';

/** A worksheet in the transaction that changes its rows: nobody else changes it until that ends. */
export interface HeldSheet {
  readonly id: string;
  /** The number of the change that this transaction makes. */
  readonly number: number;
}

@Injectable()
export class RowsQueries {
  constructor(private readonly database: Database) {}

  /** The worksheet of the actor's own team, for the running transaction; null where there is none. */
  async hold(actor: CourseActor, assignment: string): Promise<HeldSheet | null> {
    const rows = await this.database.query<HeldSheet>(HELD_SHEET, [actor.course.id, assignment, actor.id]);
    return rows[0] ?? null;
  }

  /** Adds a row after all others of its repeat; answers its id, or null where there are so many already. */
  async add(sheet: HeldSheet, repeat: string, most: number): Promise<string | null> {
    const [last] = await this.database.query<{ position: string | null; count: number }>(
      `SELECT max(position) AS position, count(*) FILTER (WHERE deleted_at IS NULL)::int AS count
       FROM worksheet_row WHERE worksheet_id = $1 AND repeat = $2`,
      [sheet.id, repeat],
    );
    if (last!.count >= most) return null;
    const [made] = await this.database.query<{ id: string }>(
      'INSERT INTO worksheet_row (worksheet_id, repeat, position, number) VALUES ($1, $2, $3, $4) RETURNING id',
      [sheet.id, repeat, generateKeyBetween(last!.position, null), sheet.number],
    );
    await this.count(sheet);
    return made!.id;
  }

  /** Takes a row out, or brings it back with all that stood in it. False where it is not this worksheet's, or is so already. */
  async setDeleted(sheet: HeldSheet, repeat: string, rowId: string, by: string | null): Promise<boolean> {
    const changed = await this.database.change(
      `UPDATE worksheet_row SET deleted_by = $5::uuid, deleted_at = CASE WHEN $5::uuid IS NULL THEN NULL ELSE now() END, number = $4
       WHERE worksheet_id = $1 AND repeat = $2 AND id = $3 AND (deleted_at IS NULL) = ($5::uuid IS NOT NULL)`,
      [sheet.id, repeat, rowId, sheet.number, by],
    );
    if (changed > 0) await this.count(sheet);
    return changed > 0;
  }

  /** Puts a row before or after its neighbour; at the end of the list it stays. False where it is not there. */
  async move(sheet: HeldSheet, repeat: string, rowId: string, by: -1 | 1): Promise<boolean> {
    const all = await this.database.query<{ id: string; position: string; is_there: boolean }>(
      `SELECT id, position, deleted_at IS NULL AS is_there FROM worksheet_row WHERE worksheet_id = $1 AND repeat = $2 ORDER BY position, id`,
      [sheet.id, repeat],
    );
    const rows = by > 0 ? all : all.toReversed();
    const place = rows.findIndex(({ id, is_there }) => id === rowId && is_there);
    if (place < 0) return false;
    const next = rows.findIndex(({ is_there }, index) => index > place && is_there);
    if (next < 0) return true;
    // Rows that were taken out keep their places, in case they come back.
    const ends = [rows[next]!.position, rows[next + 1]?.position ?? null] as const;
    const position = by > 0 ? generateKeyBetween(...ends) : generateKeyBetween(ends[1], ends[0]);
    await this.database.query('UPDATE worksheet_row SET position = $2, number = $3 WHERE id = $1', [rowId, position, sheet.number]);
    await this.count(sheet);
    return true;
  }

  /** Every value that a field ever had in a worksheet, of rows that were taken out too: a number is not given twice. */
  async valuesOf(sheet: HeldSheet, field: string): Promise<unknown[]> {
    const rows = await this.database.query<{ value: unknown }>(
      'SELECT DISTINCT value FROM worksheet_change WHERE worksheet_id = $1 AND field = $2 AND value IS NOT NULL',
      [sheet.id, field],
    );
    return rows.map(({ value }) => value);
  }

  private async count({ id, number }: HeldSheet): Promise<void> {
    await this.database.query('UPDATE worksheet SET number = $2 WHERE id = $1', [id, number]);
  }
}
