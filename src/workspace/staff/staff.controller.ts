import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { page, type Reply } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, STAFF } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { OverviewPage } from '../fill/overview.view.js';
import { RowPage } from '../fill/row.view.js';
import { SectionPage } from '../fill/section.view.js';
import { readShown } from '../fill/shown.js';
import { readAsked } from '../history/asked.js';
import { HistoryPage } from '../history/history.view.js';
import { HistoryService } from '../history/history.service.js';
import { SectionReadings } from '../sheet/section-reading.js';
import { WorkspacesService } from '../workspaces.service.js';
import { TeamSheets } from './team-sheets.service.js';
import { TeamSheetsPage } from './team-sheets.view.js';

const Id = z.uuid();

/** The worksheets of all teams of one's sections, to be read. */
@Controller('courses/:course/assignments/:assignment/workspaces')
@Access(STAFF)
export class StaffController {
  constructor(
    private readonly workspaces: WorkspacesService,
    private readonly readings: SectionReadings,
    private readonly history: HistoryService,
    private readonly teams: TeamSheets,
  ) {}

  @Get()
  async list(@CurrentCourseActor() actor: CourseActor, @Param('assignment') key: string): Promise<Reply> {
    return page(TeamSheetsPage, await this.teams.list(actor, key));
  }

  @Get(':team')
  async overview(
    @CurrentCourseActor() actor: CourseActor,
    @Param('assignment') key: string,
    @Param('team', { schema: Id }) team: string,
  ): Promise<Reply> {
    const workspace = await this.workspaces.ofTeam(actor, key, team);
    return page(OverviewPage, { asked: workspace, workspace, sections: await this.readings.completeness(workspace) });
  }

  @Get(':team/sections/:section')
  async section(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, section }: Address,
    @Param('team', { schema: Id }) team: string,
    @Query() query: unknown,
  ): Promise<Reply> {
    const reading = await this.readings.section(await this.workspaces.ofTeam(actor, assignment, team), section, readShown(query));
    return page(SectionPage, { reading, done: null });
  }

  @Get(':team/sections/:section/rows/:row')
  async row(
    @CurrentCourseActor() actor: CourseActor,
    @Param() { assignment, section }: Address,
    @Param('team', { schema: Id }) team: string,
    @Param('row', { schema: Id }) row: string,
  ): Promise<Reply> {
    const reading = await this.readings.row(await this.workspaces.ofTeam(actor, assignment, team), section, row);
    return page(RowPage, { reading, back: null, done: null });
  }

  @Get(':team/history')
  async changes(
    @CurrentCourseActor() actor: CourseActor,
    @Param('assignment') key: string,
    @Param('team', { schema: Id }) team: string,
    @Query() query: unknown,
  ): Promise<Reply> {
    const { cell, before } = readAsked(query);
    return page(HistoryPage, {
      reading: await this.history.read(await this.workspaces.ofTeam(actor, key, team), cell, before),
      done: null,
    });
  }
}

interface Address {
  readonly assignment: string;
  readonly section: string;
}
