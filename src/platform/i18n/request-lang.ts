import { isLang, type Lang } from '../../kernel/localised.js';

export const LANG_COOKIE = 'attrait_lang';

interface Wishes {
  /** What this person chose for their account. */
  readonly account: Lang | null;
  /** What this browser chose last: the language link of a public page, kept in a cookie. */
  readonly chosen: string | undefined;
  readonly acceptLanguage: string | undefined;
}

/** Account first, then cookie, then what the browser asks for, then French. */
export function langOf({ account, chosen, acceptLanguage }: Wishes): Lang {
  if (account) return account;
  if (isLang(chosen)) return chosen;
  return preferred(acceptLanguage ?? '') ?? 'fr';
}

/** The best known language of an `Accept-Language` header, by its quality values: `fr-CA` is French, and of equals the first holds. */
function preferred(header: string): Lang | undefined {
  const wishes = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((entry) => /^\s*q=([\d.]+)$/.exec(entry)?.[1]).find(Boolean);
      return { lang: tag.toLowerCase().split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.map(({ lang }) => lang).find(isLang);
}
