/** The languages of the interface, the first one first. */
export const LANGS = ['fr', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** One text in both languages. */
export interface Localised {
  readonly fr: string;
  readonly en: string;
}

export const isLang = (value: unknown): value is Lang => LANGS.includes(value as Lang);
export const otherLang = (lang: Lang): Lang => (lang === 'fr' ? 'en' : 'fr');
