import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorsQueries } from './actors.queries.js';
import { Course } from './course.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { PeopleService } from './people.service.js';
import { Notices } from './notices/notices.js';
import { UnsubscribeController } from './notices/unsubscribe.controller.js';
import { Person } from './person.entity.js';
import { PrivateAddresses } from './private-addresses.js';
import { Section } from './section.entity.js';

/** Who takes part: persons, courses, sections, enrolments. It knows nothing of signing in, of work or of marks. */
@Module({
  imports: [TypeOrmModule.forFeature([Person, Course, Section, Enrolment])],
  controllers: [UnsubscribeController],
  providers: [PeopleService, ActorsQueries, PrivateAddresses, Notices],
  exports: [PeopleService, ActorsQueries, PrivateAddresses, Notices],
})
export class PeopleModule {}
