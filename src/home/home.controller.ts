import { Controller, Get, Query } from '@nestjs/common';
import type { Lang } from '../kernel/localised.js';
import { page, type Reply, seeOther } from '../platform/http/reply.js';
import { Access, CurrentActor, CurrentCourseActor, CurrentLang, PEOPLE_OF_THE_COURSE } from '../platform/security/access.js';
import type { Actor, CourseActor } from '../platform/security/actor.js';
import { CoursesPage } from './courses.view.js';
import { HomeService } from './home.service.js';
import { ProgrammeService } from './programme.service.js';
import { ProgrammePage } from './programme.view.js';
import { StaffHomePage } from './staff-home.view.js';
import { StudentHomePage } from './student-home.view.js';

@Controller()
export class HomeController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly homes: HomeService,
  ) {}

  @Get()
  @Access('anyone')
  async front(@CurrentActor() actor: Actor | null, @CurrentLang() lang: Lang): Promise<Reply> {
    const door = await this.programme.open(actor, lang);
    switch (door.kind) {
      case 'programme':
        return page(ProgrammePage, door.programme);
      case 'elsewhere':
        return seeOther(door.to);
      case 'courses':
        return page(CoursesPage, { courses: door.courses });
    }
  }

  /** The same programme for whoever is signed in, whom the front page leads to their courses. */
  @Get('programme')
  @Access('anyone')
  readProgramme(@CurrentLang() lang: Lang): Reply {
    return page(ProgrammePage, this.programme.read(lang));
  }

  @Get('courses/:course')
  @Access(PEOPLE_OF_THE_COURSE)
  async home(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Query('month') month: unknown): Promise<Reply> {
    const home = await this.homes.read({ actor, lang, month });
    return home.role === 'student' ? page(StudentHomePage, home) : page(StaffHomePage, home);
  }
}
