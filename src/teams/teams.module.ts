import { Module } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/index.js';
import { TeamsController } from './teams.controller.js';
import { TeamsQueries } from './teams.queries.js';
import { TeamsService } from './teams.service.js';

/** Who works with whom: teams of a section, their seats, joining and leaving. It never sees the work itself. */
@Module({
  imports: [AssignmentsModule],
  controllers: [TeamsController],
  providers: [TeamsService, TeamsQueries],
  exports: [TeamsService],
})
export class TeamsModule {}
