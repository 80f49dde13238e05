import { Module } from '@nestjs/common';
import { NavigationEntries } from '../platform/http/navigation-entries.js';
import { ADMIN_ENTRY } from './navigation.js';
import { AssignmentsModule } from '../assignments/index.js';
import { AnnouncementsModule } from '../announcements/index.js';
import { AuthModule } from '../auth/index.js';
import { CourseSettingsModule } from '../course-settings/index.js';
import { CurriculumModule } from '../curriculum/index.js';
import { GradingModule } from '../grading/index.js';
import { PeopleModule } from '../people/index.js';
import { SlidesModule } from '../slides/index.js';
import { SubmissionsModule } from '../submissions/index.js';
import { WorkspaceModule } from '../workspace/index.js';
import { TeamsModule } from '../teams/index.js';
import { Accounts } from './accounts.service.js';
import { AdminController } from './admin.controller.js';
import { DecksController } from './decks/decks.controller.js';
import { DemonstrationAnnouncements } from './demonstration/announcements.js';
import { DemonstrationClass } from './demonstration/class.js';
import { DemonstrationMarks } from './demonstration/grading.js';
import { DemonstrationLoader } from './demonstration/loader.js';
import { ClockOverride } from './demonstration/clock-override.js';
import { DemonstrationReading } from './demonstration/reading.js';
import { DemonstrationStory } from './demonstration/story.js';
import { DemonstrationStudy } from './demonstration/study.js';
import { DemonstrationWork } from './demonstration/work.js';
import { DemonstrationWorksheet } from './demonstration/worksheet.js';
import { HealthController } from './health.controller.js';
import { Health } from './health.service.js';
import { Overview } from './overview.service.js';

/** Running an installation: start, health, accounts, the demonstration, backup, what is wrong. It teaches nothing and judges nobody. */
@Module({
  imports: [
    PeopleModule,
    AuthModule,
    AnnouncementsModule,
    CurriculumModule,
    SlidesModule,
    AssignmentsModule,
    TeamsModule,
    WorkspaceModule,
    SubmissionsModule,
    GradingModule,
    CourseSettingsModule,
  ],
  controllers: [AdminController, DecksController, HealthController],
  providers: [
    Accounts,
    DemonstrationAnnouncements,
    DemonstrationClass,
    DemonstrationLoader,
    DemonstrationMarks,
    DemonstrationReading,
    DemonstrationStory,
    DemonstrationStudy,
    DemonstrationWork,
    DemonstrationWorksheet,
    Health,
    Overview,
    ClockOverride,
  ],
})
export class AdminModule {
  constructor(navigation: NavigationEntries) {
    navigation.addToBar(ADMIN_ENTRY);
  }
}
