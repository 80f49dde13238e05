import { Module } from '@nestjs/common';
import { NavigationEntries } from '../platform/http/navigation-entries.js';
import { GRADEBOOK_ENTRIES } from './navigation.js';
import { AssignmentsModule } from '../assignments/index.js';
import { CurriculumModule } from '../curriculum/index.js';
import { GradingModule } from '../grading/index.js';
import { GradebookController } from './gradebook.controller.js';
import { GradebookQueries } from './gradebook.queries.js';
import { GradebookService } from './gradebook.service.js';

/** All marks side by side: the lecturer's table and its file, each student's own. It changes no mark. */
@Module({
  imports: [AssignmentsModule, CurriculumModule, GradingModule],
  controllers: [GradebookController],
  providers: [GradebookService, GradebookQueries],
})
export class GradebookModule {
  constructor(navigation: NavigationEntries) {
    navigation.addToBar(...GRADEBOOK_ENTRIES);
  }
}
