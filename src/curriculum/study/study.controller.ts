import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Lang } from '../../kernel/localised.js';
import { page, type Reply } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, PEOPLE_OF_THE_COURSE } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { GlossaryPage } from './glossary.view.js';
import { StudyService } from './study.service.js';
import { WorkshopPage } from './workshop-page.view.js';

const Words = z.string().max(100).catch('');

/** What the units hold that has a page of its own. */
@Controller('courses/:course')
@Access(PEOPLE_OF_THE_COURSE)
export class StudyController {
  constructor(private readonly study: StudyService) {}

  @Get('units/:unit/workshop')
  async workshop(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Param('unit') key: string): Promise<Reply> {
    return page(WorkshopPage, { ...(await this.study.workshop(actor, key, lang)), course: actor.course.slug });
  }

  @Get('glossary')
  async glossary(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Query('find') find: unknown,
    @Query('unit') unit: unknown,
  ): Promise<Reply> {
    const filter = { find: Words.parse(find ?? ''), unit: Words.parse(unit ?? '') };
    return page(GlossaryPage, { ...(await this.study.glossary(actor, lang)), filter, course: actor.course.slug });
  }
}
