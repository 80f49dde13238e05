import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CurriculumContent } from '../../curriculum/index.js';
import type { Lang } from '../../kernel/localised.js';
import type { FormProblems } from '../../platform/http/form.js';
import { page, type Reply, seeOther } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, LECTURERS } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { type CopyWish, fieldsOf, readCopy } from './copy-form.js';
import { CopyPage } from './copy.view.js';
import { CourseCopier } from './course-copier.js';
import { copyTexts } from './text.js';

@Controller('courses/:course/settings/copy')
@Access(LECTURERS)
export class CopyController {
  constructor(
    private readonly copier: CourseCopier,
    private readonly content: CurriculumContent,
  ) {}

  /** The form alone; with its fields in the address, the dates of the copy too. Nothing is made. */
  @Get()
  async show(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Query() query: object): Promise<Reply> {
    const { lang: _, ...asked } = query as Record<string, unknown>;
    if (Object.keys(asked).length === 0) return this.form(actor);
    const form = readCopy(asked, lang);
    return form.ok ? this.preview(actor, form.value) : this.form(actor, form);
  }

  @Post()
  async copy(@CurrentCourseActor() actor: CourseActor, @CurrentLang() lang: Lang, @Body() body: unknown): Promise<Reply> {
    const form = readCopy(body, lang);
    if (!form.ok) return this.form(actor, form);
    const outcome = await this.copier.copy(actor.course, form.value, { actorId: actor.id, lecturers: [actor.id] });
    if (outcome.kind === 'done') return seeOther(`/courses/${outcome.slug}/settings?done=copied`);
    return this.form(actor, { typed: fieldsOf(form.value), errors: { slug: copyTexts[lang].problems.taken } });
  }

  private form({ course }: CourseActor, problems?: FormProblems): Reply {
    const fields = { title_fr: course.title.fr, title_en: course.title.en };
    return page(CopyPage, { course: course.slug, zone: course.timeZone, fields, ...(problems && { problems }) }, problems ? 422 : 200);
  }

  private async preview({ course }: CourseActor, wish: CopyWish): Promise<Reply> {
    const plan = await this.copier.plan(course, wish);
    const units = this.content.units().map(({ key, number, title }) => ({ key, number, title }));
    const shown = { plan, units, wish, requestKey: randomUUID() };
    return page(CopyPage, { course: course.slug, zone: course.timeZone, fields: fieldsOf(wish), shown });
  }
}
