import { Injectable } from '@nestjs/common';
import type { CourseActor } from '../../platform/security/actor.js';
import { type Completeness, sumOf } from '../sheet/completeness.shared.js';
import { SectionReadings } from '../sheet/section-reading.js';
import { type TeamStanding, WorksheetsQueries } from '../sheet/worksheets.queries.js';
import { type SheetAssignment, WorkspacesService } from '../workspaces.service.js';

export interface TeamSheet extends TeamStanding {
  /** Null before it was opened. */
  readonly completeness: Completeness | null;
}

/** How far each team of the actor's sections is with its worksheet. */
@Injectable()
export class TeamSheets {
  constructor(
    private readonly workspaces: WorkspacesService,
    private readonly sheets: WorksheetsQueries,
    private readonly readings: SectionReadings,
  ) {}

  /** @throws AssignmentNotFound, or WorksheetNotFound where the assignment has none. */
  async list(actor: CourseActor, key: string): Promise<{ asked: SheetAssignment; teams: readonly TeamSheet[] }> {
    const asked = await this.workspaces.read(actor, key);
    const teams = await this.sheets.teams(actor, asked.assignment.id);
    const counted = await this.readings.completenessOfAll(
      asked.schema,
      teams.flatMap(({ sheet }) => sheet?.id ?? []),
    );
    const completenessOf = ({ sheet }: TeamStanding): Completeness | null =>
      sheet ? sumOf([...(counted.get(sheet.id)?.values() ?? [])]) : null;
    return { asked, teams: teams.map((team) => ({ ...team, completeness: completenessOf(team) })) };
  }
}
