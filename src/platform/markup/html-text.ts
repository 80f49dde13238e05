import { edited, elementsIn, hasClass, type HtmlElement, insideOf, isHeading } from './html-elements.js';
import { tagsIn } from './html-tags.js';
import type { SafeHtml } from './safe-html.js';

const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
/** Tags within a sentence part no words; all others do. */
const INLINE = new Set('a abbr b cite code del dfn em i ins kbd mark q s samp small span strong sub sup time tspan'.split(' '));

/** The text of sanitised markup, on one line. */
export const textOf = (html: string): string =>
  edited(
    html,
    tagsIn(html).tags.map(({ name, start, end }) => ({ start, end, by: INLINE.has(name) ? '' : ' ' })),
  )
    .replace(/&(?:amp|lt|gt|quot);/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/[ \t\n]+/g, ' ')
    .trim();

const isKicker = (element: HtmlElement): boolean => element.name === 'p' && hasClass(element, 'kicker');

/** What is looked at and not read: diagrams, code, and the signposts of a slide. */
const isNotRead = (element: HtmlElement, index: number, all: readonly HtmlElement[]): boolean =>
  ['svg', 'pre'].includes(element.name) ||
  isKicker(element) ||
  (element.name === 'span' && hasClass(element, 'time')) ||
  (element.name === 'h3' && all[index - 1]?.name === 'aside' && all[index - 1]?.inside.start === element.start);

const without = (html: string, isGone: typeof isNotRead): string =>
  edited(
    html,
    elementsIn(html)
      .filter(isGone)
      .map(({ start, end }) => ({ start, end, by: ' ' })),
  );

export function wordsIn(html: SafeHtml): number {
  const prose = textOf(without(html, isNotRead));
  return prose.match(/[\p{L}\p{N}]+(?:[’'.,/\u202f-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** What a slide is called in a list: its heading, else the beginning of its text, else what its picture shows. */
export function titleIn(html: SafeHtml): string {
  const elements = elementsIn(html);
  const heading = textOf(insideOf(html, elements.find(isHeading)));
  if (heading) return heading;
  const told = elements.map(({ attributes }) => attributes['aria-label'] || attributes['alt']).find(Boolean);
  return shortened(textOf(without(html, isKicker)) || (told ?? ''));
}

function shortened(text: string): string {
  if (text.length <= 70) return text;
  const cut = text.slice(0, 70);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).replace(/[\s,;:.]+$/, '')}…`;
}

/** How many steps a slide has, as reveal.js counts: those with one index come together, the others one by one. */
export function fragmentsIn(html: SafeHtml): number {
  const fragments = tagsIn(html).tags.filter((tag) => tag.kind === 'open' && hasClass(tag, 'fragment'));
  const indices = fragments.map(({ attributes }) => attributes['data-fragment-index']);
  return new Set(indices.filter(Boolean)).size + indices.filter((index) => !index).length;
}
