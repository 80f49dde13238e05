import { Module } from '@nestjs/common';
import { NavigationEntries } from '../platform/http/navigation-entries.js';
import { CALENDAR_ENTRY } from './calendar/navigation.js';
import { AssignmentsModule } from '../assignments/index.js';
import { CurriculumModule } from '../curriculum/index.js';
import { PeopleModule } from '../people/index.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarService } from './calendar/calendar.service.js';

/** The same facts for people and for their programs: the calendar of a course, on its page and as iCalendar. It makes no new fact. */
@Module({
  imports: [PeopleModule, CurriculumModule, AssignmentsModule],
  controllers: [CalendarController],
  providers: [CalendarService],
})
export class ExchangeModule {
  constructor(navigation: NavigationEntries) {
    navigation.addToBar(CALENDAR_ENTRY);
  }
}
