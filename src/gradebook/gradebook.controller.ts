import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Lang } from '../kernel/localised.js';
import { file, page, type Reply } from '../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, LECTURERS, STUDENTS } from '../platform/security/access.js';
import type { CourseActor } from '../platform/security/actor.js';
import { gradebookCsv } from './gradebook-csv.js';
import { GradebookService } from './gradebook.service.js';
import { GradebookPage } from './gradebook.view.js';
import { OwnMarksPage } from './own-marks.view.js';
import { gradebookTexts } from './text.js';

const SectionId = z.uuid().nullable().catch(null);

@Controller('courses/:course')
export class GradebookController {
  constructor(private readonly gradebook: GradebookService) {}

  @Get('gradebook')
  @Access(LECTURERS)
  async show(@CurrentCourseActor() actor: CourseActor, @Query('section') section: unknown): Promise<Reply> {
    return page(GradebookPage, { actor, gradebook: await this.gradebook.read(actor, SectionId.parse(section ?? null)) });
  }

  @Get('gradebook.csv')
  @Access(LECTURERS)
  async download(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Query('section') section: unknown): Promise<Reply> {
    const gradebook = await this.gradebook.read(actor, SectionId.parse(section ?? null));
    const name = gradebookTexts[lang].csv.file(actor.course.slug);
    return file({ name, mediaType: 'text/csv; charset=utf-8; header=present', body: gradebookCsv(gradebook, lang) });
  }

  @Get('marks')
  @Access(STUDENTS)
  async showOwn(@CurrentCourseActor() actor: CourseActor): Promise<Reply> {
    return page(OwnMarksPage, { actor, ...(await this.gradebook.readOwn(actor)) });
  }
}
