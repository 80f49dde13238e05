import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Lang } from '../../kernel/localised.js';
import { typedIn } from '../../platform/http/form.js';
import { type Reply, seeOther } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, LECTURERS, PEOPLE_OF_THE_COURSE } from '../../platform/security/access.js';
import { type CourseActor, seenAs } from '../../platform/security/actor.js';
import { readRelease, type ReleaseWish } from './release-form.js';
import { ReleasesService } from './releases.service.js';
import { UnitPages } from './unit-pages.js';

/** The number of a try, and nothing that is none. */
const Attempt = z.coerce.number().int().min(1).max(2_000_000_000).nullable().catch(null);

@Controller('courses/:course/units/:unit')
export class UnitController {
  constructor(
    private readonly pages: UnitPages,
    private readonly releases: ReleasesService,
  ) {}

  @Get()
  @Access(PEOPLE_OF_THE_COURSE)
  show(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('unit') key: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Reply> {
    const { done, try: attempt = null, as } = query;
    const eyes = seenAs(actor, as);
    const viewAs = eyes === actor ? null : 'student';
    const asked = { actor: eyes, viewAs, lang, key, attempt: Attempt.parse(attempt) } as const;
    return this.pages.show(asked, { release: { isSaved: done === 'release' }, selfCheck: { isSaved: done === 'counting' } });
  }

  /** A form that came back stands at the address it was posted to: reloaded, it is the unit again. */
  @Get('release')
  @Access(LECTURERS)
  backToUnit(@CurrentCourseActor() { course }: CourseActor, @Param('unit') key: string): Reply {
    return seeOther(`/courses/${course.slug}/units/${encodeURIComponent(key)}`);
  }

  @Post('release')
  @Access(LECTURERS)
  async release(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('unit') key: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const asked = { actor, lang, key };
    const form = readRelease(body, lang, actor.course.timeZone);
    if (!form.ok) return this.pages.show(asked, { release: { problems: form } }, 422);
    const outcome = await this.releases.change(actor, key, form.value);
    const typed = typedIn(body);
    switch (outcome.kind) {
      case 'done':
        return seeOther(addressAfter(actor, key, form.value));
      case 'refused':
        return this.pages.show(asked, { release: { problems: { typed, errors: { opens_at: outcome.because[lang] } } } }, 422);
      case 'conflict':
        return this.pages.show(asked, { release: { problems: { typed, errors: {} }, isOvertaken: true } }, 409);
    }
  }
}

/** Where the decision was made. */
const addressAfter = ({ course }: CourseActor, unit: string, { isFromList }: ReleaseWish): string =>
  isFromList ? `/courses/${course.slug}/settings/units?done=${unit}#${unit}` : `/courses/${course.slug}/units/${unit}?done=release`;
