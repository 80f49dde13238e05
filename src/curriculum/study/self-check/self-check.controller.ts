import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Lang } from '../../../kernel/localised.js';
import { json, type Reply, seeOther } from '../../../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, LECTURERS, PEOPLE_OF_THE_COURSE } from '../../../platform/security/access.js';
import type { CourseActor } from '../../../platform/security/actor.js';
import { SelfCheckOutdated } from '../../curriculum.errors.js';
import { UnitPages } from '../../unit/unit-pages.js';
import { readAnswered, readAnswersForm, readCounting, readFinished } from './answers-form.js';
import { CountingService } from './counting.service.js';
import type { KeptTry } from './self-check.shared.js';
import { SelfCheckService } from './self-check.service.js';
import { problemsIn } from './unanswered.js';

@Controller('courses/:course/units/:unit/self-check')
@Access(PEOPLE_OF_THE_COURSE)
export class SelfCheckController {
  constructor(
    private readonly checks: SelfCheckService,
    private readonly countings: CountingService,
    private readonly pages: UnitPages,
  ) {}

  /** A form that came back stands at the address it was posted to: reloaded, it is the self-check again. */
  @Get()
  backToUnit(@CurrentCourseActor() actor: CourseActor, @Param('unit') key: string): Reply {
    return seeOther(addressOf(actor, key));
  }

  /** The whole form, as it is sent without a script. */
  @Post()
  async finish(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('unit') key: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const form = readAnswersForm(body);
    const outcome = await this.checks.keep(actor, key, form.answers, form.key);
    if (outcome.kind === 'kept') return seeOther(addressOf(actor, key, `try=${outcome.attempt}`));
    return this.pages.show({ actor, lang, key }, { selfCheck: { problems: problemsIn(form.answers, outcome, lang) } }, 422);
  }

  /** A try that was answered question by question. */
  @Put()
  async keep(@CurrentCourseActor() actor: CourseActor, @Param('unit') unit: string, @Body() body: unknown): Promise<Reply> {
    const finished = readFinished(body);
    const outcome = await this.checks.keep(actor, unit, finished?.answers ?? new Map(), finished?.key ?? null);
    if (outcome.kind === 'unanswered') throw new SelfCheckOutdated();
    return json({ kind: 'kept', tries: await this.checks.tries(actor, unit), nextKey: randomUUID() } satisfies KeptTry);
  }

  /** Right or wrong, and why: told once a question is answered, never before. */
  @Post('feedback')
  async feedback(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('unit') unit: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    return json(await this.checks.feedback(actor, unit, lang, readAnswered(body) ?? { question: '', chosen: [] }));
  }

  @Get('counting')
  @Access(LECTURERS)
  backFromCounting(@CurrentCourseActor() actor: CourseActor, @Param('unit') key: string): Reply {
    return seeOther(addressOf(actor, key));
  }

  @Post('counting')
  @Access(LECTURERS)
  async decide(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('unit') key: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const wish = readCounting(body);
    if (!wish) throw new SelfCheckOutdated();
    if ((await this.countings.decide(actor, key, wish)) === 'done') return seeOther(addressOf(actor, key, 'done=counting'));
    return this.pages.show({ actor, lang, key }, { selfCheck: { overtaken: wish.counts } }, 409);
  }
}

const addressOf = ({ course }: CourseActor, unit: string, query = ''): string =>
  `/courses/${course.slug}/units/${encodeURIComponent(unit)}${query && `?${query}`}#self-check`;
