import { Injectable } from '@nestjs/common';
import { FillService } from '../fill/fill.service.js';
import { type CellChange, CellsQueries } from '../sheet/cells.queries.js';
import { fieldById, namingFields } from '../sheet/outline.shared.js';
import { neededFor } from '../sheet/lookups.shared.js';
import type { CellPlace, SheetRow } from '../sheet/worksheet.shared.js';
import { WorksheetsQueries } from '../sheet/worksheets.queries.js';
import { WorksheetNotFound } from '../workspace.errors.js';
import type { Workspace } from '../workspaces.service.js';

export const CHANGES_A_PAGE = 50;

/** The changes of a worksheet, or of one cell of it, the newest first. */
export interface HistoryReading {
  readonly workspace: Workspace;
  readonly cell: CellPlace | null;
  readonly changes: readonly CellChange[];
  /** The number below which the next page begins; null at the end. */
  readonly before: number | null;
  /** What is needed to name their rows and what was chosen in them. */
  readonly known: readonly SheetRow[];
}

/** The version that is wanted back, and the newest one that was looked at. */
interface Restoring {
  readonly version: number;
  readonly seen: number;
}

@Injectable()
export class HistoryService {
  constructor(
    private readonly cells: CellsQueries,
    private readonly sheets: WorksheetsQueries,
    private readonly fill: FillService,
  ) {}

  async read(workspace: Workspace, cell: CellPlace | null, before: number | null): Promise<HistoryReading> {
    const { schema, sheet } = workspace;
    const found = await this.cells.history(sheet.id, cell ?? {}, before, CHANGES_A_PAGE + 1);
    const changes = found.slice(0, CHANGES_A_PAGE);
    const fields = [...new Set(changes.map(({ field }) => field))].flatMap((id) => fieldById(schema, id) ?? []);
    const parts = [neededFor(schema, fields), ...fields.map(({ repeat }) => namingFields(schema, repeat))];
    const known = await this.sheets.rows(sheet.id, {
      repeats: [...new Set([...parts.flatMap(({ repeats }) => repeats), ...fields.map(({ repeat }) => repeat)])],
      fields: [...new Set(parts.flatMap((part) => part.fields))],
    });
    return { workspace, cell, changes, known, before: found.length > CHANGES_A_PAGE ? changes.at(-1)!.number : null };
  }

  /** Puts a version back, as a new one. False where somebody has saved since the one that was seen. @throws WorksheetNotFound */
  async restore({ actor, assignment, sheet }: Workspace, place: CellPlace, { version, seen }: Restoring): Promise<boolean> {
    const content = await this.cells.version(sheet.id, place, version);
    if (!content) throw new WorksheetNotFound();
    const { saved } = await this.fill.save(actor, assignment.content.key, [{ ...place, ...content, version: seen }]);
    return saved.length > 0;
  }
}
