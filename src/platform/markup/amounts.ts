import type { Lang } from '../../kernel/localised.js';

const THIN = '\u202f';
const NBSP = '\u00a0';
const LOCALE = { fr: 'fr-CA', en: 'en-CA' } as const;
const UNITS = { fr: ['o', 'Ko', 'Mo', 'Go'], en: ['B', 'KB', 'MB', 'GB'] } as const;

/** A number as read in that language: `47,8` and `12 400` in French, `47.8` and `12,400` in English. */
export function numberText(lang: Lang, value: number, mostDecimals = 2): string {
  const text = formatFor(lang, mostDecimals).format(value);
  return lang === 'fr' ? text.replace(/\s/g, THIN) : text;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Made once: making one costs more than a hundred uses. */
function formatFor(lang: Lang, maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${lang} ${maximumFractionDigits}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits });
  formats.set(key, format);
  return format;
}

/** The size of a file, in the unit people read: `31 Ko`, `2,1 Mo`. */
export function bytesText(lang: Lang, bytes: number): string {
  const step = bytes < 1024 ? 0 : Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024)));
  const value = bytes / 1024 ** step;
  return `${numberText(lang, value, step >= 2 && value < 10 ? 1 : 0)}${NBSP}${UNITS[lang][step] ?? ''}`;
}
