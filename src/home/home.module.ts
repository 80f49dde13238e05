import { Module } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/index.js';
import { CurriculumModule } from '../curriculum/index.js';
import { PeopleModule } from '../people/index.js';
import { TeamsModule } from '../teams/index.js';
import { HomeController } from './home.controller.js';
import { HomeQueries } from './home.queries.js';
import { HomeService } from './home.service.js';
import { ProgrammeService } from './programme.service.js';

/** The front page of each: the public programme for strangers, a course's home for its people. It gathers what other rooms know, and changes nothing. */
@Module({
  imports: [PeopleModule, CurriculumModule, AssignmentsModule, TeamsModule],
  controllers: [HomeController],
  providers: [HomeQueries, HomeService, ProgrammeService],
})
export class HomeModule {}
