import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { page, type Reply, seeOther } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, LECTURERS, PEOPLE_OF_THE_COURSE } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { mayRelease } from '../release.policy.js';
import { readRelease, typedRelease } from './release-form.js';
import type { ReleaseNotice } from './release-panel.view.js';
import { ReleasesService } from './releases.service.js';
import { UnitPage } from './unit.view.js';
import { UnitsService } from './units.service.js';

/** Who asks, in which language, for which unit. */
interface Asked {
  readonly actor: CourseActor;
  readonly lang: Lang;
  readonly key: string;
}

@Controller('courses/:course/units/:unit')
export class UnitController {
  constructor(
    private readonly units: UnitsService,
    private readonly releases: ReleasesService,
  ) {}

  @Get()
  @Access(PEOPLE_OF_THE_COURSE)
  show(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() lang: Lang,
    @Param('unit') key: string,
    @Query('done') done: unknown,
  ): Promise<Reply> {
    return this.pageOf({ actor, lang, key }, { isSaved: done === 'release' });
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
    if (!form.ok) return this.pageOf(asked, { problems: form }, 422);
    const outcome = await this.releases.change(actor, key, form.value);
    const typed = typedRelease(body);
    switch (outcome.kind) {
      case 'done':
        return seeOther(`/courses/${actor.course.slug}/units/${key}?done=release`);
      case 'refused':
        return this.pageOf(asked, { problems: { typed, errors: { opens_at: outcome.because[lang] } } }, 422);
      case 'conflict':
        return this.pageOf(asked, { problems: { typed, errors: {} }, isOvertaken: true }, 409);
    }
  }

  private async pageOf({ actor, lang, key }: Asked, notice: ReleaseNotice, status = 200): Promise<Reply> {
    const shown = await this.units.read(actor, key, lang);
    const { slug: course, timeZone: zone } = actor.course;
    return page(
      UnitPage,
      { ...shown, course, zone, role: actor.role, release: { ...notice, mayChange: mayRelease(actor).allowed } },
      status,
    );
  }
}
