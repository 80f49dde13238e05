import type { Lang } from '../../kernel/localised.js';
import { type Edit, edited } from '../markup/html-elements.js';
import { type HtmlTag, tagsIn } from '../markup/html-tags.js';

/** U+00A0, the space that does not break, and U+202F, its thin sister. */
const NBSP = '\u00a0';
const THIN = '\u202f';
const SPACE = '[ \\t\\n\\u00a0\\u202f]';
/** Stands for a character reference of HTML (`&eacute;`) while a text is set: a private code point, read as a letter. */
const HELD = '\ue000';
/** Spaces are looked for from their first one only: a regular expression that starts again at each of them is quadratic. */
const SPACES = `(?<!${SPACE})${SPACE}+`;
const BEFORE_HIGH_SIGN = `(?<=[\\p{L}\\p{N}${HELD}»)\\]”’%$…])`;
const NOT_A_SMILEY = '(?!-?[()DP](?:\\s|$))';

const UNITS = [
  'h|min|s|ms|j|km|m|cm|mm|kg|g|mg|ha|L|ml|[KkMGT]o|px|pts?|°C?|[MkG]?[$€]',
  'secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|points?|mots?|pages?|personnes?|fois|millions?|milliards?|dollars?|euros?',
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
].join('|');
const NUMBERED =
  'module|équipe|groupe|section|séance|semaine|diapo|étape|jalon|critère|niveau|figure|tableau|page|p\\.|chapitre|partie|tentative';

type Rule = readonly [RegExp, string];
const rule = (pattern: string, by: string, flags = 'gu'): Rule => [new RegExp(pattern, flags), by];

/** Québec’s usage, as Attrait’s interface has it: wide before the colon and units, thin before the other high signs. */
const FRENCH: readonly Rule[] = [
  rule(`([\\p{L}${HELD}])'(?=[\\p{L}\\p{N}${HELD}«“]|$)`, '$1’'),
  rule(`«${SPACE}*`, `«${NBSP}`),
  rule(`(?<!${SPACE})${SPACE}*»`, `${NBSP}»`),
  // The space of an opening guillemet stays as wide, whatever comes after it.
  rule(`(?<!«)${SPACES}([;!?]+)${NOT_A_SMILEY}`, `${THIN}$1`),
  rule(`${BEFORE_HIGH_SIGN}([;!?]+)(?=\\s|$|[»)\\]”])`, `${THIN}$1`),
  rule(`${SPACES}:(?!//)${NOT_A_SMILEY}`, `${NBSP}:`),
  rule(`${BEFORE_HIGH_SIGN}:(?=\\s|$)`, `${NBSP}:`),
  rule(`(\\d)${SPACE}*([%‰$€])(?![\\p{L}\\p{N}])`, `$1${NBSP}$2`),
  rule(`(\\d)${SPACE}+(?=(?:${UNITS})(?![\\p{L}\\p{N}'’]))`, `$1${NBSP}`),
  rule(`(\\d${NBSP}h)${SPACE}+(?=\\d)`, `$1${NBSP}`),
  rule(`(?<![\\p{L}])(${NUMBERED})${SPACE}+(?=\\d)`, `$1${NBSP}`, 'giu'),
];

/** English quotes are curled only in pairs, and apostrophes only after a letter or before a decade. */
const ENGLISH: readonly Rule[] = [
  rule(`(?<=^|[\\s(\\[—–])"(?=\\S)([^"]*)"(?=$|[\\s.,;:!?)\\]—–…])`, '“$1”'),
  rule(`([\\p{L}${HELD}])'(?=[\\p{L}${HELD}\\s.,;:!?)]|$)`, '$1’'),
  rule(`(?<=^|[\\s(])'(?=\\d0s(?!\\p{L}))`, '’'),
];

const RULES: Readonly<Record<Lang, readonly Rule[]>> = { fr: FRENCH, en: ENGLISH };
const ADDRESS = /((?:https?:\/\/|www\.)[^\s<>«»"]+)/i;

/** Sets the typographic spaces and signs of a language in a text typed with ordinary ones. Doing it twice changes nothing. */
export function typeset(lang: Lang, text: string): string {
  if (!/[^\p{L} ]/u.test(text)) return text;
  return text
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? part : RULES[lang].reduce((set, [pattern, by]) => set.replace(pattern, by), part)))
    .join('');
}

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** What stands in these is not prose: it is left as it was typed. */
const NOT_PROSE = new Set(['code', 'pre', 'kbd', 'samp', 'script', 'style', 'textarea', 'math']);
const SAID = ['alt', 'title', 'aria-label'];

interface OpenElement {
  readonly name: string;
  /** `null`: left as typed, because it is code or in a language we have no rules for. */
  readonly lang: Lang | null;
}

/**
 * The same on the text of an HTML fragment and on its `alt`, `title` and `aria-label`; what stands in an element
 * marked with another `lang` follows that language. Not a sanitiser: give it to one afterwards.
 */
export function typesetHtml(lang: Lang, html: string): string {
  const open: OpenElement[] = [{ name: '', lang }];
  const here = (): Lang | null => (open.at(-1) as OpenElement).lang;
  const { tags, finished } = tagsIn(html);
  const edits: Edit[] = [];
  let from = 0;
  for (const tag of [...tags, { kind: 'comment', start: finished, end: html.length } as const]) {
    const around = here();
    if (around && from < tag.start) edits.push(typesetPlace(around, html, { start: from, end: tag.start }));
    from = tag.end;
    if (tag.kind === 'close') close(open, tag.name);
    if (tag.kind !== 'open') continue;
    const inside = langInside(tag, around);
    if (!VOID.has(tag.name) && !html.startsWith('/>', tag.end - 2)) open.push({ name: tag.name, lang: inside });
    const said = SAID.map((name) => tag.quoted[name]).filter((place) => place !== undefined);
    if (inside) edits.push(...said.map((place) => typesetPlace(inside, html, place, html.slice(place.end, place.end + 1))));
  }
  return edited(html, edits);
}

function close(open: OpenElement[], name: string): void {
  const index = open.findLastIndex((element) => element.name === name);
  if (index > 0) open.length = index;
}

function langInside({ name, attributes }: HtmlTag, around: Lang | null): Lang | null {
  if (NOT_PROSE.has(name)) return null;
  const own = /^[a-z]{2,3}/i.exec(attributes['lang'] ?? '')?.[0].toLowerCase();
  if (!own) return around;
  return own === 'fr' || own === 'en' ? own : null;
}

const typesetPlace = (lang: Lang, html: string, { start, end }: Pick<Edit, 'start' | 'end'>, around = ''): Edit => ({
  start,
  end,
  by: typesetEscaped(lang, html.slice(start, end), around),
});

const QUOTES: Readonly<Record<string, string>> = { '&#39;': "'", '&apos;': "'", '&quot;': '"', '&#34;': '"' };

/** Character references are held aside, for their `;` is no sign of the text; quotes are read, save the one around an attribute. */
function typesetEscaped(lang: Lang, text: string, around = ''): string {
  const held: string[] = [];
  const plain = text
    .replaceAll(HELD, '')
    .replace(/&nbsp;|&#160;/gi, NBSP)
    .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (reference) => {
      const quote = QUOTES[reference];
      return quote && quote !== around ? quote : (held.push(reference), HELD);
    });
  return typeset(lang, plain).replaceAll(HELD, () => held.shift() ?? '');
}
