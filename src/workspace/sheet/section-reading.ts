import { Injectable } from '@nestjs/common';
import type { WorksheetField } from '../../assignments/worksheet/fields.shared.js';
import type { WorksheetSchema, WorksheetSection } from '../../assignments/worksheet/worksheet.shared.js';
import { WorksheetNotFound } from '../workspace.errors.js';
import type { Workspace } from '../workspaces.service.js';
import { type Completeness, completenessBySection, completenessOf, isToFill } from './completeness.shared.js';
import { neededFor } from './lookups.shared.js';
import { fieldsAbout, isAsked, layoutOf, namingFields, repeatOf, type SectionLayout, sectionOf, widerRepeats } from './outline.shared.js';
import type { SheetRow } from './worksheet.shared.js';
import { WorksheetsQueries } from './worksheets.queries.js';

/** Lines to a page: a hundred times as many would be slow to read and to draw. */
export const PAGE_LENGTH = 50;

export interface Shown {
  readonly only: 'all' | 'empty';
  /** The first line is 0. */
  readonly from: number;
}

/** A section with its rows, as a page shows it. */
export interface SectionReading {
  readonly workspace: Workspace;
  readonly section: WorksheetSection;
  readonly layout: SectionLayout;
  readonly fields: readonly WorksheetField[];
  readonly rows: readonly SheetRow[];
  /** Every row that was read, these and those that their cells refer to. */
  readonly known: readonly SheetRow[];
  /** How many rows there are besides those shown. */
  readonly count: number;
  readonly shown: Shown;
  readonly completeness: Completeness;
  /** Rows of wider repeats that the section has fields about. */
  readonly wider: readonly SheetRow[];
}

/** One row with the fields that a section has about it. */
export interface RowReading {
  readonly workspace: Workspace;
  readonly section: WorksheetSection;
  readonly row: SheetRow;
  readonly fields: readonly WorksheetField[];
  readonly known: readonly SheetRow[];
}

@Injectable()
export class SectionReadings {
  constructor(private readonly sheets: WorksheetsQueries) {}

  /** @throws WorksheetNotFound for a section that the schema has not. */
  async section(workspace: Workspace, key: string, shown: Shown): Promise<SectionReading> {
    const { schema, sheet } = workspace;
    const section = requireSection(workspace, key);
    const fields = fieldsAbout(section, section.repeat);
    const wide = widerRepeats(section);
    const [needed, naming] = [neededFor(schema, section.fields), namingFields(schema, section.repeat)];
    const known = await this.sheets.rows(sheet.id, {
      repeats: [section.repeat, ...wide, ...needed.repeats, ...naming.repeats],
      fields: [...section.fields.filter(isAsked).map(({ id }) => id), ...needed.fields, ...naming.fields],
    });
    const all = known.filter(({ repeat }) => repeat === section.repeat);
    const layout = layoutOf(schema, section);
    const wanted = layout === 'lines' && shown.only === 'empty' ? all.filter((row) => fields.some((field) => isToFill(field, row))) : all;
    const rows = layout === 'lines' ? wanted.slice(shown.from, shown.from + PAGE_LENGTH) : wanted;
    const completeness = completenessOf(section.fields, known);
    const wider = known.filter(({ repeat }) => wide.includes(repeat));
    return { workspace, section, layout, fields, rows, known, count: wanted.length, shown, completeness, wider };
  }

  /** @throws WorksheetNotFound for a row that is not there, or that the section says nothing about. */
  async row(workspace: Workspace, key: string, rowId: string): Promise<RowReading> {
    const { schema, sheet } = workspace;
    const section = requireSection(workspace, key);
    const needed = neededFor(schema, section.fields);
    const repeats = [section.repeat, ...widerRepeats(section)];
    const naming = repeats.map((repeat) => namingFields(schema, repeat));
    const known = await this.sheets.rows(sheet.id, {
      repeats: [...needed.repeats, ...naming.flatMap((one) => one.repeats)],
      row: rowId,
      fields: [...section.fields.map(({ id }) => id), ...needed.fields, ...naming.flatMap((one) => one.fields)],
    });
    const row = known.find(({ id, repeat }) => id === rowId && repeats.includes(repeat));
    if (!row) throw new WorksheetNotFound();
    return { workspace, section, row, known, fields: fieldsAbout(section, repeatOf(schema, row.repeat).key) };
  }

  /** How much of each section is filled in. */
  async completeness({ schema, sheet }: Pick<Workspace, 'schema' | 'sheet'>): Promise<ReadonlyMap<string, Completeness>> {
    return (await this.completenessOfAll(schema, [sheet.id])).get(sheet.id)!;
  }

  /** The same, by worksheet. */
  async completenessOfAll(
    schema: WorksheetSchema,
    sheetIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, Completeness>>> {
    const [rows, filled] = [await this.sheets.countRows(sheetIds), await this.sheets.countFilled(sheetIds)];
    const of = (id: string): ReadonlyMap<string, Completeness> =>
      completenessBySection(
        schema,
        new Map(rows.filter(({ sheet }) => sheet === id).map(({ repeat, count }) => [repeat, count])),
        new Map(filled.filter(({ sheet }) => sheet === id).map(({ field, count }) => [field, count])),
      );
    return new Map(sheetIds.map((id) => [id, of(id)]));
  }
}

/** @throws WorksheetNotFound for a section that the schema has not. */
export function requireSection({ schema }: Workspace, key: string): WorksheetSection {
  const section = sectionOf(schema, key);
  if (!section) throw new WorksheetNotFound();
  return section;
}
