import { Injectable } from '@nestjs/common';
import { CurriculumContent } from '../../curriculum/index.js';
import type { Lang } from '../../kernel/localised.js';
import { PeopleService } from '../../people/index.js';
import type { Actor } from '../../platform/security/actor.js';
import { NoSyllabus } from '../home.errors.js';
import type { SyllabusPageProps } from '../syllabus/syllabus-page.view.js';
import type { ProgrammePageProps } from './programme.view.js';

/** What the address `/` leads to: for whoever is signed in, their courses. */
export type FrontPage =
  | { readonly kind: 'programme'; readonly programme: ProgrammePageProps }
  | { readonly kind: 'elsewhere'; readonly to: string }
  | { readonly kind: 'courses'; readonly courses: Awaited<ReturnType<PeopleService['coursesOf']>> };

@Injectable()
export class ProgrammeService {
  constructor(
    private readonly content: CurriculumContent,
    private readonly people: PeopleService,
  ) {}

  async open(actor: Actor | null, lang: Lang): Promise<FrontPage> {
    if (!actor) return { kind: 'programme', programme: this.read(lang) };
    const courses = await this.people.coursesOf(actor.id);
    const [only] = courses;
    if (only && courses.length === 1) return { kind: 'elsewhere', to: `/courses/${only.slug}` };
    if (!only && actor.isAdmin) return { kind: 'elsewhere', to: '/admin' };
    return { kind: 'courses', courses };
  }

  /** The syllabus and the numbers of the units it names. @throws NoSyllabus where no file says any. */
  readSyllabus(): SyllabusPageProps {
    const syllabus = this.content.syllabus();
    if (!syllabus) throw new NoSyllabus();
    return { syllabus, numbers: new Map(this.content.units().map(({ key, number }) => [key, number])) };
  }

  /** The course as a stranger may know it, with the opening slide of its first open deck. */
  read(lang: Lang): ProgrammePageProps {
    const units = this.content.units().map(({ key, number, title, aim, open }) => {
      const written = open ? this.content.deckLength(key, lang)?.lang : null;
      return { key, number, title, aim, slides: written ? addressOf(written, key) : null };
    });
    return { syllabus: this.content.syllabus(), units, opening: this.openingOf(units, lang) };
  }

  private openingOf(units: ProgrammePageProps['units'], lang: Lang): ProgrammePageProps['opening'] {
    const first = units.find(({ slides }) => slides);
    const deck = first && this.content.deck(first.key, lang);
    if (!deck) return null;
    const { number, title, key } = first;
    const shown = { html: deck.slides[0]!.html, slides: deck.slides.length, address: addressOf(deck.lang, key) };
    return { number, title, lang: deck.lang, ...shown };
  }
}

const addressOf = (lang: Lang, unit: string): string => `/slides/${lang}/${unit}`;
