import type { Lang, Localised } from '../../kernel/localised.js';
import { typeset } from './typography.js';

/** The two catalogues of a room. Typing both alike is what keeps them complete. */
export type Texts<T> = Readonly<Record<Lang, T>>;

/** A catalogue said in both languages at once: each text a `Localised`, each function answering one. */
type InBoth<T> = T extends string
  ? Localised
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => InBoth<Said>
    : { readonly [Key in keyof T]: InBoth<T[Key]> };

export interface Catalogue<T> extends Texts<T> {
  /** For what is said before it is known who reads: refusals, errors, problems of files. */
  readonly inBoth: InBoth<T>;
}

/**
 * Makes a room's catalogue: `fr` and `en` hold the same keys, whose values are strings, functions that answer strings, or nested objects of these.
 * Every text leaves with the typography of its language, so catalogues are typed with ordinary spaces.
 */
export function defineTexts<T extends object>(texts: Texts<T>): Catalogue<T> {
  const [fr, en] = [set('fr', texts.fr) as T, set('en', texts.en) as T];
  return { fr, en, inBoth: joined(fr, en) as InBoth<T> };
}

function joined(fr: unknown, en: unknown): unknown {
  if (typeof fr === 'string') return { fr, en };
  if (typeof fr === 'function') return (...given: unknown[]): unknown => joined((fr as Saying)(...given), (en as Saying)(...given));
  if (!fr || typeof fr !== 'object') return fr;
  return Object.fromEntries(Object.entries(fr).map(([key, entry]) => [key, joined(entry, (en as Record<string, unknown>)[key])]));
}
type Saying = (...given: unknown[]) => unknown;

function set(lang: Lang, value: unknown): unknown {
  if (typeof value === 'string') return typesetOnce(lang, value);
  if (typeof value === 'function') return (...given: unknown[]): unknown => set(lang, (value as Saying)(...given));
  if (Array.isArray(value)) return value.map((entry) => set(lang, entry));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, set(lang, entry)]));
  return value;
}

const known = new Map<string, string>();
/** Far more than the pages say in an hour; a text of a name or a number that comes once is no loss. */
const MOST_KNOWN = 5_000;

/** A page says the same dozens of sentences each time; setting them again would be a tenth of its rendering. */
function typesetOnce(lang: Lang, text: string): string {
  const key = `${lang} ${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const set = typeset(lang, text);
  known.set(key, set);
  return set;
}

/** The typography of its language in every `{ fr, en }` of a content file; everything else is left as it is. */
export function typesetAll<T>(content: T): T {
  if (Array.isArray(content)) return content.map(typesetAll) as T;
  if (!content || typeof content !== 'object') return content;
  const { fr, en, ...rest } = content as Record<string, unknown>;
  if (typeof fr === 'string' && typeof en === 'string') return { ...typesetAll(rest), fr: typeset('fr', fr), en: typeset('en', en) } as T;
  return Object.fromEntries(Object.entries(content).map(([key, entry]) => [key, typesetAll<unknown>(entry)])) as T;
}
