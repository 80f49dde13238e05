import { Module } from '@nestjs/common';
import { NavigationEntries } from '../platform/http/navigation-entries.js';
import { HOME_ENTRIES, SYLLABUS_ENTRY } from './navigation.js';
import { AnnouncementsModule } from '../announcements/index.js';
import { AssignmentsModule } from '../assignments/index.js';
import { CurriculumModule } from '../curriculum/index.js';
import { GradingModule } from '../grading/index.js';
import { PeopleModule } from '../people/index.js';
import { TeamsModule } from '../teams/index.js';
import { CourseHomeService } from './course/course-home.service.js';
import { HomeController } from './home.controller.js';
import { HomeQueries } from './course/home.queries.js';
import { ProgrammeService } from './programme/programme.service.js';
import { StaffHomeService } from './staff/staff-home.service.js';
import { StudentHomeService } from './student/student-home.service.js';

/** The front page of each: the public programme for strangers, a course's home for its people. It gathers what other rooms know, and changes nothing. */
@Module({
  imports: [PeopleModule, AnnouncementsModule, CurriculumModule, AssignmentsModule, TeamsModule, GradingModule],
  controllers: [HomeController],
  providers: [HomeQueries, ProgrammeService, CourseHomeService, StudentHomeService, StaffHomeService],
})
export class HomeModule {
  constructor(navigation: NavigationEntries) {
    navigation.addToBar(...HOME_ENTRIES);
    navigation.addToFoot(SYLLABUS_ENTRY);
  }
}
