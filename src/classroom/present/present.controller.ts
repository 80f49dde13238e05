import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { type Lang, LANGS } from '../../kernel/localised.js';
import { page, type Reply } from '../../platform/http/reply.js';
import { Access, CurrentCourseActor, CurrentLang, STAFF } from '../../platform/security/access.js';
import type { CourseActor } from '../../platform/security/actor.js';
import { CurriculumContent, UnitNotFound } from '../../curriculum/index.js';
import { PresentPage } from './present.view.js';

const LangParam = z.enum(LANGS);

/** The one page that holds speaker notes. */
@Controller('courses/:course/present')
@Access(STAFF)
export class PresentController {
  constructor(private readonly content: CurriculumContent) {}

  @Get(':lang/:unit')
  present(
    @CurrentCourseActor() actor: CourseActor,
    @CurrentLang() readerLang: Lang,
    @Param('lang', { schema: LangParam }) lang: Lang,
    @Param('unit') key: string,
  ): Reply {
    const unit = this.content.unit(key);
    const deck = this.content.deck(key, lang);
    if (!unit || !deck) throw new UnitNotFound();
    return page(PresentPage, {
      unit: { key, number: unit.number, title: unit.title[readerLang] },
      deckLang: deck.lang,
      slides: deck.slides.map(({ h, v, fragments, html, notes }) => ({ h, v, fragments, html, notes })),
      back: `/courses/${actor.course.slug}/units/${key}`,
      shortcuts: actor.shortcutsEnabled,
    });
  }
}
