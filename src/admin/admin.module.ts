import { Module } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/index.js';
import { AuthModule } from '../auth/index.js';
import { CurriculumModule } from '../curriculum/index.js';
import { GradingModule } from '../grading/index.js';
import { PeopleModule } from '../people/index.js';
import { SubmissionsModule } from '../submissions/index.js';
import { TeamsModule } from '../teams/index.js';
import { Accounts } from './accounts.service.js';
import { AdminController } from './admin.controller.js';
import { CopyController } from './copy/copy.controller.js';
import { CourseCopier } from './copy/course-copier.js';
import { CourseFounder } from './course/new-course.js';
import { DecksController } from './decks/decks.controller.js';
import { DemonstrationAnnouncements } from './demonstration/announcements.js';
import { DatesController } from './settings/dates.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { SettingsService } from './settings/settings.service.js';
import { TimetableController } from './settings/timetable.controller.js';
import { TimetableService } from './settings/timetable.service.js';
import { DemonstrationClass } from './demonstration/class.js';
import { DemonstrationMarks } from './demonstration/grading.js';
import { DemonstrationLoader } from './demonstration/loader.js';
import { Past } from './demonstration/past.js';
import { DemonstrationReading } from './demonstration/reading.js';
import { DemonstrationStory } from './demonstration/story.js';
import { DemonstrationStudy } from './demonstration/study.js';
import { DemonstrationWork } from './demonstration/work.js';
import { HealthController } from './health.controller.js';
import { Health } from './health.service.js';
import { Overview } from './overview.service.js';

/** Running an installation: start, health, accounts, the demonstration, backup, what is wrong. It teaches nothing and judges nobody. */
@Module({
  imports: [PeopleModule, AuthModule, CurriculumModule, AssignmentsModule, TeamsModule, SubmissionsModule, GradingModule],
  controllers: [
    AdminController,
    DecksController,
    HealthController,
    SettingsController,
    CopyController,
    TimetableController,
    DatesController,
  ],
  providers: [
    Accounts,
    CourseCopier,
    CourseFounder,
    DemonstrationAnnouncements,
    DemonstrationClass,
    DemonstrationLoader,
    DemonstrationMarks,
    DemonstrationReading,
    DemonstrationStory,
    DemonstrationStudy,
    DemonstrationWork,
    Health,
    Overview,
    Past,
    SettingsService,
    TimetableService,
  ],
})
export class AdminModule {}
