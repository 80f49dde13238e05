import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SearchIndexModule } from '../platform/search-index/search-index.module.js';
import { Assignment } from './assignment.entity.js';
import { AssignmentsService } from './assignments.service.js';
import { AssignmentLibrary } from './content.js';
import { FindableAssignments } from './findable-assignments.js';
import { StageDates } from './stage-dates.service.js';
import { Stage } from './stage.entity.js';

/** What is asked and until when: briefs, rubrics and stages from the files, dates from the database. It never sees an answer. */
@Module({
  imports: [SearchIndexModule, TypeOrmModule.forFeature([Assignment, Stage])],
  providers: [AssignmentLibrary, AssignmentsService, FindableAssignments, StageDates],
  exports: [AssignmentLibrary, AssignmentsService, StageDates],
})
export class AssignmentsModule {}
