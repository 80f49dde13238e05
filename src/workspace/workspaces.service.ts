import { Injectable } from '@nestjs/common';
import { AssignmentsService, type CourseAssignment } from '../assignments/index.js';
import type { WorksheetSchema } from '../assignments/worksheet/worksheet.shared.js';
import type { Decision } from '../kernel/decision.js';
import { Database } from '../platform/database/database.js';
import type { CourseActor } from '../platform/security/actor.js';
import { TeamsService } from '../teams/index.js';
import { workspaceAt, workspacesAt } from './addresses.js';
import { CellsQueries } from './sheet/cells.queries.js';
import type { CellContent } from './sheet/worksheet.shared.js';
import { type Worksheet, WorksheetsQueries } from './sheet/worksheets.queries.js';
import { WorksheetNotFound } from './workspace.errors.js';
import { mayFill } from './workspace.policy.js';

/** An assignment that has a worksheet, as one course asks for it. */
export interface SheetAssignment {
  readonly actor: CourseActor;
  readonly assignment: CourseAssignment;
  readonly schema: WorksheetSchema;
}

/** A worksheet as somebody has it before them. */
export interface Workspace extends SheetAssignment {
  readonly sheet: Worksheet;
  /** How the addresses of its pages begin, for this reader. */
  readonly at: string;
  readonly filling: Decision;
}

@Injectable()
export class WorkspacesService {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentsService,
    private readonly teams: TeamsService,
    private readonly sheets: WorksheetsQueries,
    private readonly cells: CellsQueries,
  ) {}

  /** @throws AssignmentNotFound, or WorksheetNotFound where the assignment has none. */
  async read(actor: CourseActor, key: string): Promise<SheetAssignment> {
    const assignment = await this.assignments.read(actor, key);
    const schema = assignment.content.worksheet;
    if (!schema) throw new WorksheetNotFound();
    return { actor, assignment, schema };
  }

  /** The worksheet of the actor's own team, made when it is opened for the first time; null for somebody without a team. */
  async openMine(actor: CourseActor, key: string): Promise<Workspace | null> {
    const asked = await this.read(actor, key);
    const { assignment, schema } = asked;
    const sheet = (await this.sheets.findMine(actor, assignment.id)) ?? (await this.make(asked));
    return sheet && { actor, assignment, schema, sheet, at: workspaceAt(actor.course.slug, key), filling: mayFill(actor) };
  }

  /** @throws WorksheetNotFound for somebody without a team. */
  async mine(actor: CourseActor, key: string): Promise<Workspace> {
    const workspace = await this.openMine(actor, key);
    if (!workspace) throw new WorksheetNotFound();
    return workspace;
  }

  /** The row that the own worksheet has once. @throws WorksheetNotFound */
  async rowOfTheWhole(actor: CourseActor, key: string): Promise<string> {
    const { schema, sheet } = await this.mine(actor, key);
    const once = schema.repeats.filter((repeat) => repeat.once).map((repeat) => repeat.key);
    const [row] = await this.sheets.rows(sheet.id, { repeats: once, fields: [] });
    return row!.id;
  }

  /** That of a team, for the staff of its section. @throws WorksheetNotFound, also before the team has opened it. */
  async ofTeam(actor: CourseActor, key: string, teamId: string): Promise<Workspace> {
    const asked = await this.read(actor, key);
    const sheet = await this.sheets.findOfTeam(actor, asked.assignment.id, teamId);
    if (!sheet) throw new WorksheetNotFound();
    return { ...asked, sheet, at: `${workspacesAt(actor.course.slug, key)}/${teamId}`, filling: mayFill(actor) };
  }

  private async make({ actor, assignment, schema }: SheetAssignment): Promise<Worksheet | null> {
    const team = await this.teams.findMine(actor);
    if (!team) return null;
    const once = schema.repeats.filter((repeat) => repeat.once).map(({ key }) => key);
    const given = schema.sections.flatMap(({ fields }) =>
      fields.filter(({ repeat, setBy }) => setBy && !setBy.numbered && once.includes(repeat)),
    );
    return this.database.transaction(async () => {
      const rows = await this.sheets.make(actor, assignment.id, team.id, schema.version, once);
      const cells = given.flatMap(({ id: field, repeat }) =>
        rows.filter((row) => row.repeat === repeat).map(({ id, sheet }) => ({ row: id, repeat, field, ...codeOf(sheet), version: 0 })),
      );
      if (cells.length > 0) await this.cells.save(actor, assignment.content.key, cells);
      return this.sheets.findMine(actor, assignment.id);
    });
  }
}

/** What the platform fills in where the schema asks it to: a code that no other worksheet has. */
const codeOf = (sheetId: string): CellContent => ({ state: 'value', value: sheetId.slice(0, 8).toUpperCase() });
