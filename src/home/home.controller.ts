import { Controller, Get, Query } from '@nestjs/common';
import type { Lang } from '../kernel/localised.js';
import { page, type Reply, seeOther } from '../platform/http/reply.js';
import { Access, CurrentActor, CurrentCourseActor, CurrentLang, PEOPLE_OF_THE_COURSE } from '../platform/security/access.js';
import { type Actor, type CourseActor, seenAs } from '../platform/security/actor.js';
import { CoursesPage } from './programme/courses.view.js';
import { ProgrammeService } from './programme/programme.service.js';
import { ProgrammePage } from './programme/programme.view.js';
import { SyllabusPage } from './syllabus/syllabus-page.view.js';
import { StaffHomeService } from './staff/staff-home.service.js';
import { StaffHomePage } from './staff/staff-home.view.js';
import { StudentHomeService } from './student/student-home.service.js';
import { StudentHomePage } from './student/student-home.view.js';

@Controller()
export class HomeController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly students: StudentHomeService,
    private readonly staff: StaffHomeService,
  ) {}

  @Get()
  @Access('anyone')
  async front(@CurrentActor() actor: Actor | null, @CurrentLang() lang: Lang): Promise<Reply> {
    const front = await this.programme.open(actor, lang);
    switch (front.kind) {
      case 'programme':
        return page(ProgrammePage, front.programme);
      case 'elsewhere':
        return seeOther(front.to);
      case 'courses':
        return page(CoursesPage, { courses: front.courses });
    }
  }

  /** The same programme for whoever is signed in, whom the front page leads to their courses. */
  @Get('programme')
  @Access('anyone')
  readProgramme(@CurrentLang() lang: Lang): Reply {
    return page(ProgrammePage, this.programme.read(lang));
  }

  @Get('syllabus')
  @Access('anyone')
  readSyllabus(): Reply {
    return page(SyllabusPage, this.programme.readSyllabus());
  }

  @Get('courses/:course')
  @Access(PEOPLE_OF_THE_COURSE)
  async home(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Query('month') month: unknown,
    @Query('as') as: unknown,
  ): Promise<Reply> {
    const eyes = seenAs(actor, as);
    const asked = { actor: eyes, lang, month };
    return eyes.role === 'student'
      ? page(StudentHomePage, { ...(await this.students.read(asked)), viewAs: eyes === actor ? null : ('student' as const) })
      : page(StaffHomePage, await this.staff.read(asked));
  }
}
