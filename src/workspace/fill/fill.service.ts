import { Injectable } from '@nestjs/common';
import { AssignmentLibrary } from '../../assignments/index.js';
import type { WorksheetField } from '../../assignments/worksheet/fields.shared.js';
import type { WorksheetSchema } from '../../assignments/worksheet/worksheet.shared.js';
import { Database } from '../../platform/database/database.js';
import { Live } from '../../platform/live/live.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { CellsQueries, type CellSave, type SavedCell, type StandingCell } from '../sheet/cells.queries.js';
import { fieldById, isTheirs } from '../sheet/outline.shared.js';
import { type HeldSheet, RowsQueries } from '../sheet/rows.queries.js';
import type { CellPlace } from '../sheet/worksheet.shared.js';
import { topicOf } from '../watch/topic.js';
import { WorksheetNotFound, WorksheetRefused } from '../workspace.errors.js';
import { mayFill } from '../workspace.policy.js';
import { WorkspacesService } from '../workspaces.service.js';
import { numbering } from './numbering.js';

export interface SaveOutcome {
  readonly saved: readonly SavedCell[];
  /** What stands now in those that were overtaken. */
  readonly theirs: readonly StandingCell[];
}

/** More rows of one repeat than these are no work of a team. */
export const MOST_ROWS = 1_000;

/** Changes of a worksheet by its own team: each in one transaction, under the versions that it was made from. */
@Injectable()
export class FillService {
  constructor(
    private readonly database: Database,
    private readonly library: AssignmentLibrary,
    private readonly workspaces: WorkspacesService,
    private readonly cells: CellsQueries,
    private readonly rows: RowsQueries,
    private readonly live: Live,
  ) {}

  /** A field that a team fills in. @throws WorksheetNotFound */
  field(key: string, id: string): WorksheetField {
    const field = fieldById(this.schema(key), id);
    if (!field || !isTheirs(field)) throw new WorksheetNotFound();
    return field;
  }

  /** Saves those that nobody has saved since. @throws WorksheetNotFound where there is no such worksheet or row. */
  async save(actor: CourseActor, key: string, cells: readonly Omit<CellSave, 'repeat'>[]): Promise<SaveOutcome> {
    refuseUnlessFilling(actor);
    const saved = await this.cells.save(
      actor,
      key,
      cells.map((cell) => ({ ...cell, repeat: this.field(key, cell.field).repeat })),
    );
    if (saved[0]) this.live.announce(topicOf(saved[0].sheet), saved[0].number);
    const missing = cells.filter((cell) => !saved.some((one) => isSamePlace(one, cell)));
    if (missing.length === 0) return { saved, theirs: [] };
    return { saved, theirs: await this.standing(actor, key, missing) };
  }

  /** Adds a row, with the number that the schema gives its kind. @throws WorksheetNotFound */
  async addRow(actor: CourseActor, key: string, repeat: string): Promise<string | null> {
    refuseUnlessFilling(actor);
    const schema = this.schema(key);
    if (!schema.repeats.some((one) => one.key === repeat && !one.once)) throw new WorksheetNotFound();
    return this.inSheet(actor, key, async (sheet) => {
      const row = await this.rows.add(sheet, repeat, MOST_ROWS);
      if (!row) return null;
      const cells: CellSave[] = [];
      for (const { field, next } of numbering(schema, repeat))
        cells.push({ row, repeat, field, state: 'value', value: next(await this.rows.valuesOf(sheet, field)), version: 0 });
      if (cells.length > 0) await this.cells.save(actor, key, cells);
      return row;
    });
  }

  /** Takes a row out, brings it back, or moves it among its neighbours. @throws WorksheetNotFound */
  async changeRow(
    actor: CourseActor,
    key: string,
    repeat: string,
    row: string,
    how: 'remove' | 'restore' | 'earlier' | 'later',
  ): Promise<void> {
    refuseUnlessFilling(actor);
    if (!this.schema(key).repeats.some((one) => one.key === repeat && !one.once)) throw new WorksheetNotFound();
    await this.inSheet(actor, key, async (sheet) => {
      const isDone =
        how === 'remove' || how === 'restore'
          ? await this.rows.setDeleted(sheet, repeat, row, how === 'remove' ? actor.id : null)
          : await this.rows.move(sheet, repeat, row, how === 'earlier' ? -1 : 1);
      if (!isDone) throw new WorksheetNotFound();
    });
  }

  /** A change of rows in one transaction, told to whoever watches once it is committed. */
  private async inSheet<T>(actor: CourseActor, key: string, change: (sheet: HeldSheet) => Promise<T>): Promise<T> {
    const { sheet, result } = await this.database.transaction(async () => {
      const held = await this.rows.hold(actor, key);
      if (!held) throw new WorksheetNotFound();
      return { sheet: held, result: await change(held) };
    });
    this.live.announce(topicOf(sheet.id), sheet.number);
    return result;
  }

  private schema(key: string): WorksheetSchema {
    const schema = this.library.find(key)?.worksheet;
    if (!schema) throw new WorksheetNotFound();
    return schema;
  }

  private async standing(actor: CourseActor, key: string, missing: readonly CellPlace[]): Promise<StandingCell[]> {
    const { sheet } = await this.workspaces.mine(actor, key);
    const [row, ...others] = [...new Set(missing.map((place) => place.row))];
    const there = await this.cells.standing(sheet.id, [row!, ...others], [...new Set(missing.map(({ field }) => field))]);
    const found = missing.map((place) => there.find((one) => isSamePlace(one, place)));
    if (found.some((one) => !one)) throw new WorksheetNotFound();
    return found.flatMap((one) => one ?? []);
  }
}

const isSamePlace = (one: CellPlace, other: CellPlace): boolean => one.row === other.row && one.field === other.field;

function refuseUnlessFilling(actor: CourseActor): void {
  const decision = mayFill(actor);
  if (!decision.allowed) throw new WorksheetRefused(decision.because);
}
