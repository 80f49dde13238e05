import { Module } from '@nestjs/common';
import { NavigationEntries } from '../platform/http/navigation-entries.js';
import { SETTINGS_ENTRY } from './settings/navigation.js';
import { AssignmentsModule } from '../assignments/index.js';
import { CurriculumModule } from '../curriculum/index.js';
import { PeopleModule } from '../people/index.js';
import { SubmissionsModule } from '../submissions/index.js';
import { CopyController } from './copy/copy.controller.js';
import { CourseCopier } from './copy/course-copier.js';
import { CourseFounder } from './course/new-course.js';
import { DatesController } from './settings/dates.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { SettingsService } from './settings/settings.service.js';
import { TimetableController } from './settings/timetable.controller.js';
import { TimetableService } from './settings/timetable.service.js';

/** A course as its lecturers set it: its dates, what counts, its copy for another term. It does not run the installation. */
@Module({
  imports: [PeopleModule, CurriculumModule, AssignmentsModule, SubmissionsModule],
  controllers: [SettingsController, CopyController, TimetableController, DatesController],
  providers: [CourseCopier, CourseFounder, SettingsService, TimetableService],
  exports: [CourseCopier, CourseFounder],
})
export class CourseSettingsModule {
  constructor(navigation: NavigationEntries) {
    navigation.addToBar(SETTINGS_ENTRY);
  }
}
