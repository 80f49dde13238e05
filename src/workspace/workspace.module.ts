import { Module } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/index.js';
import { TeamsModule } from '../teams/index.js';
import { FillController } from './fill/fill.controller.js';
import { FillService } from './fill/fill.service.js';
import { HistoryController } from './history/history.controller.js';
import { HistoryService } from './history/history.service.js';
import { CellsQueries } from './sheet/cells.queries.js';
import { RowsQueries } from './sheet/rows.queries.js';
import { SectionReadings } from './sheet/section-reading.js';
import { WorksheetsQueries } from './sheet/worksheets.queries.js';
import { StaffController } from './staff/staff.controller.js';
import { TeamSheets } from './staff/team-sheets.service.js';
import { WatchController } from './watch/watch.controller.js';
import { WatchQueries } from './watch/watch.queries.js';
import { WorkspacesService } from './workspaces.service.js';

/** What a team works out together before it hands in: the worksheet, cell by cell, with every version of each. It never judges, and what was handed in is not its. */
@Module({
  imports: [AssignmentsModule, TeamsModule],
  controllers: [HistoryController, WatchController, FillController, StaffController],
  providers: [
    WorkspacesService,
    WorksheetsQueries,
    CellsQueries,
    RowsQueries,
    SectionReadings,
    FillService,
    HistoryService,
    TeamSheets,
    WatchQueries,
  ],
  exports: [WorkspacesService, FillService],
})
export class WorkspaceModule {}
