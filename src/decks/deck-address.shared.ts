import { isLang, type Lang } from '../kernel/localised.js';

/** What a deck’s script reads of its own address. */
export interface DeckAddress {
  readonly lang: Lang;
  readonly unit: string;
  /** The course it is read in, for a student whose bookmark is kept. */
  readonly course: string | null;
  readonly view: 'scroll' | 'print' | null;
}

export function deckAddress({ pathname, search }: { readonly pathname: string; readonly search: string }): DeckAddress | null {
  const [, lang, unit] = /^\/(?:slides|embed)\/(\w\w)\/([a-z\d-]+)$/.exec(pathname) ?? [];
  if (!isLang(lang) || !unit) return null;
  const asked = new URLSearchParams(search);
  const [course, view] = [asked.get('course') ?? '', asked.get('view')];
  return {
    lang,
    unit,
    course: /^[a-z\d]+(?:-[a-z\d]+)*$/.test(course) ? course : null,
    view: view === 'scroll' || view === 'print' ? view : null,
  };
}

/** Of an address of ours, all that a deck lets a link say: reveal.js would take any of its settings from there. */
export function deckQuery({ course, view }: Pick<DeckAddress, 'course' | 'view'>): string {
  const query = new URLSearchParams({ ...(course && { course }), ...(view && { view }) }).toString();
  return query ? `?${query}` : '';
}

/** `#/12` for the twelfth column, `#/12/2` for the second slide in it; nothing for the first. */
export function slideHash(h: number, v = 0): string {
  if (h === 0 && v === 0) return '';
  return v > 0 ? `#/${h + 1}/${v + 1}` : `#/${h + 1}`;
}

/** A deck at a slide, counted from 1; with a course, as a student of it reads it: their bookmark is kept. */
export const deckLink = (lang: Lang, unit: string, course: string | null, slide = 1): string =>
  `/slides/${lang}/${unit}${deckQuery({ course, view: null })}${slideHash(slide - 1)}`;
