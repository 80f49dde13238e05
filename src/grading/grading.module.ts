import { Module } from '@nestjs/common';
import { NavigationEntries } from '../platform/http/navigation-entries.js';
import { GRADING_ENTRY } from './navigation.js';
import { AssignmentsModule } from '../assignments/index.js';
import { PeopleModule } from '../people/index.js';
import { SubmissionsModule } from '../submissions/index.js';
import { AssessmentWriter } from './assessing/assessment-writer.js';
import { AssessmentsQueries } from './assessing/assessments.queries.js';
import { AssessmentsService } from './assessing/assessments.service.js';
import { GraderController } from './grader/grader.controller.js';
import { GraderService } from './grader/grader.service.js';
import { PostingController } from './posting/posting.controller.js';
import { PostingQueries } from './posting/posting.queries.js';
import { PostingService } from './posting/posting.service.js';
import { ResultMails } from './posting/result-mails.js';
import { QueueItemsQueries } from './queue/queue-items.queries.js';
import { QueueController } from './queue/queue.controller.js';
import { QueueService } from './queue/queue.service.js';
import { ResultOnAttempt } from './result/result-on-attempt.js';
import { ResultsService } from './result/results.service.js';
import { RubricVersions } from './rubric/rubric-versions.js';

const QUERIES = [AssessmentsQueries, AssessmentWriter, QueueItemsQueries, PostingQueries];

/**
 * What work was worth: rubric versions, assessments with every save they received, and postings, through which alone a
 * student sees a mark. It never changes what was handed in, and adds no marks up across stages.
 */
@Module({
  imports: [PeopleModule, AssignmentsModule, SubmissionsModule],
  controllers: [QueueController, GraderController, PostingController],
  providers: [
    ...QUERIES,
    RubricVersions,
    AssessmentsService,
    GraderService,
    QueueService,
    PostingService,
    ResultMails,
    ResultsService,
    ResultOnAttempt,
  ],
  exports: [AssessmentsService, QueueService, PostingService, ResultsService],
})
export class GradingModule {
  constructor(navigation: NavigationEntries) {
    navigation.addToBar(GRADING_ENTRY);
  }
}
