import { Module } from '@nestjs/common';
import { NavigationEntries } from '../platform/http/navigation-entries.js';
import { PROJECT_ENTRY } from './navigation.js';
import { AssignmentsModule } from '../assignments/index.js';
import { PeopleModule } from '../people/index.js';
import { TeamsModule } from '../teams/index.js';
import { AttemptAdditions } from './attempt/attempt-additions.js';
import { BriefController } from './brief/brief.controller.js';
import { BriefService } from './brief/brief.service.js';
import { RemindersQueries } from './remind/reminders.queries.js';
import { Reminders } from './remind/reminders.service.js';
import { SubmissionsController } from './submissions.controller.js';
import { SubmissionsQueries } from './submissions.queries.js';
import { SubmissionsService } from './submissions.service.js';
import { AttemptsQueries } from './work/attempts.queries.js';
import { DraftsQueries } from './work/drafts.queries.js';
import { DraftsService } from './work/drafts.service.js';
import { HandInQueries } from './work/hand-in.queries.js';
import { HandInService } from './work/hand-in.service.js';
import { Receipts } from './work/receipts.js';
import { ReceiptsQueries } from './work/receipts.queries.js';
import { WorkForm } from './work/work-form.js';
import { WorkController } from './work/work.controller.js';
import { WorkService } from './work/work.service.js';

/** What was handed in: the work in hand until then, immutable attempts, their files, receipts. It never judges work and knows no mark. */
@Module({
  imports: [PeopleModule, AssignmentsModule, TeamsModule],
  controllers: [BriefController, WorkController, SubmissionsController],
  providers: [
    SubmissionsService,
    SubmissionsQueries,
    AttemptAdditions,
    BriefService,
    Reminders,
    RemindersQueries,
    WorkService,
    WorkForm,
    DraftsService,
    DraftsQueries,
    HandInService,
    HandInQueries,
    AttemptsQueries,
    Receipts,
    ReceiptsQueries,
  ],
  exports: [SubmissionsService, AttemptAdditions, WorkService, DraftsService, HandInService, Receipts],
})
export class SubmissionsModule {
  constructor(navigation: NavigationEntries) {
    navigation.addToBar(PROJECT_ENTRY);
  }
}
