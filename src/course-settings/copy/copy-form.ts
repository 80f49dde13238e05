import { z } from 'zod';
import type { Lang, Localised } from '../../kernel/localised.js';
import { type Day, isDay } from '../../platform/clock/zoned.js';
import { type FormResult, readForm } from '../../platform/http/form.js';
import { termOf } from '../course/term.js';
import { copyTexts } from './text.js';

/** What a copy of a course is to be. */
export interface CopyWish {
  readonly slug: string;
  readonly title: Localised;
  readonly term: Localised;
  /** Of the first class. */
  readonly firstDay: Day;
  /** What becomes of units that are published in the course it is copied from. */
  readonly published: 'draft' | 'published';
  /** Of the form: sent twice, it makes one course. */
  readonly requestKey: string | null;
}

export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function readCopy(given: unknown, lang: Lang): FormResult<CopyWish> {
  const t = copyTexts[lang].problems;
  const words = z.string().trim().max(200, t.tooLong);
  const form = z
    .strictObject({
      slug: z.string().trim().regex(SLUG, t.slug).max(60, t.slug),
      title_fr: words.min(1, t.title),
      title_en: words.min(1, t.title),
      term_fr: words.default(''),
      term_en: words.default(''),
      first_day: z.string().trim().refine(isDay, t.day),
      published: z.enum(['draft', 'published']).default('draft'),
      key: z.uuid().optional(),
    })
    .transform(({ slug, first_day: firstDay, published, key = null, ...named }): CopyWish => {
      const term = termOf(firstDay);
      return {
        slug,
        firstDay,
        published,
        requestKey: key,
        title: { fr: named.title_fr, en: named.title_en },
        term: { fr: named.term_fr || term.fr, en: named.term_en || term.en },
      };
    });
  return readForm(form, given);
}

/** The wish as the fields of the form that carries it out. */
export const fieldsOf = ({ slug, title, term, firstDay, published }: CopyWish): Record<string, string> => ({
  slug,
  title_fr: title.fr,
  title_en: title.en,
  term_fr: term.fr,
  term_en: term.en,
  first_day: firstDay,
  published,
});
