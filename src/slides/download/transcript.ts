import type { Lang } from '../../kernel/localised.js';
import { type SafeHtml, sanitise } from '../../platform/markup/safe-html.js';
import { type Deck, type DeckSlide, downloadTexts } from '../../decks/index.js';
import { type Edit, edited, elementsIn, hasClass, type HtmlElement, insideOf, isHeading } from '../../platform/markup/html-elements.js';
import { type HtmlTag, tagsIn, without } from '../../platform/markup/html-tags.js';
import { textOf } from '../../platform/markup/html-text.js';

/** A slide as a passage of a document: what it says, in the order it says it. */
export interface Passage {
  /** Counted from 1 through the whole deck, stacks included. */
  readonly number: number;
  readonly h: number;
  readonly v: number;
  readonly title: string;
  /** The line above the title, with the time of a workshop: what kind of slide this is. */
  readonly kicker: string;
  /** What is wide scrolls by itself, so each such part stands apart from the prose around it. */
  readonly parts: readonly { readonly kind: 'prose' | 'wide'; readonly html: SafeHtml }[];
}

/** A deck as text: pictures by what is to be seen on them, polls and workshops as lists. Speaker notes are not looked at. */
export const passagesOf = ({ slides, lang }: Deck): Passage[] => slides.map((slide, index) => passageOf(slide, index + 1, lang));

/** What keeps its width on a phone: tables, and code whose lines may not be broken. */
const WIDE = ['table', 'pre'];

function passageOf({ h, v, title, html }: DeckSlide, number: number, lang: Lang): Passage {
  const elements = elementsIn(html);
  const kicker = elements.find((element) => element.name === 'p' && hasClass(element, 'kicker'));
  const time = elements.find((element) => element.name === 'span' && hasClass(element, 'time'));
  const heading = elements.find(isHeading);
  // The slide’s own heading becomes the passage’s; where its title comes from elsewhere, the heading stays.
  const titled = heading && textOf(insideOf(html, heading)) === title ? heading : undefined;
  const gone = [kicker, time, titled, ...elements.filter(isOrnament)].filter((element) => element !== undefined);
  const told = edited(html, [
    ...gone.map(({ start, end }) => ({ start, end, by: '' })),
    ...elements.flatMap((element) => pictureEdit(html, element, paragraphAround(element, elements), lang)),
    ...tagsIn(html).tags.flatMap(renamed),
  ]);
  return {
    number,
    h,
    v,
    title,
    kicker: [kicker, time]
      .map((element) => textOf(insideOf(html, element)))
      .filter(Boolean)
      .join(' · '),
    parts: partsOf(told).filter((part) => part.html.trim()),
  };
}

/** The large number of the opening slide, and the like. */
const isOrnament = ({ name, attributes }: HtmlElement): boolean =>
  ['p', 'span', 'div', 'svg'].includes(name) && attributes['aria-hidden'] === 'true';

/** Captions are paragraphs of a passage, and headings stand below its own. */
function renamed(tag: HtmlTag): Edit[] {
  const by = tag.name === 'figcaption' ? 'p' : isHeading(tag) ? 'h3' : null;
  const start = tag.start + (tag.kind === 'close' ? 2 : 1);
  return by === null ? [] : [{ start, end: start + tag.name.length, by }];
}

function partsOf(html: string): Passage['parts'] {
  const parts: Passage['parts'][number][] = [];
  let from = 0;
  for (const { name, start, end } of elementsIn(html)) {
    if (!WIDE.includes(name) || start < from) continue;
    parts.push({ kind: 'prose', html: sanitise(html.slice(from, start), 'prose') });
    parts.push({ kind: 'wide', html: sanitise(html.slice(start, end), 'prose') });
    from = end;
  }
  return [...parts, { kind: 'prose', html: sanitise(html.slice(from), 'prose') }];
}

const paragraphAround = ({ start, end }: HtmlElement, elements: readonly HtmlElement[]): HtmlElement | undefined =>
  elements.find(({ name, inside }) => name === 'p' && inside.start <= start && end <= inside.end);

/** A drawing is a block, in the place of its paragraph where it is alone there; in the midst of words it is told as a picture is. */
function pictureEdit(html: string, element: HtmlElement, around: HtmlElement | undefined, lang: Lang): Edit[] {
  const { name, start, end } = element;
  if (name !== 'img' && name !== 'svg') return [];
  const by = pictureOf(element, html, lang);
  if (name === 'img') return [{ start, end, by }];
  if (!around) return [{ start, end, by: `<p>${by}</p>` }];
  const isAlone = !(html.slice(around.inside.start, start) + html.slice(end, around.inside.end)).trim();
  return [isAlone ? { start: around.start, end: around.end, by: `<p>${by}</p>` } : { start, end, by }];
}

/** What is to be seen, then the words that stand in the drawing; nothing of a picture that says nothing. */
function pictureOf({ attributes, inside }: HtmlElement, html: string, lang: Lang): string {
  const t = downloadTexts[lang].transcript;
  const told = attributes['aria-label'] || attributes['alt'];
  if (!told) return '';
  const drawn = html.slice(inside.start, inside.end);
  const words = elementsIn(drawn)
    .filter(({ name }) => name === 'text')
    .map((text) => insideOf(drawn, text))
    .map((text) => without(text, tagsIn(text).tags).trim());
  const labels = words.filter(Boolean).join(' · ');
  return `<strong>${t.picture}.</strong> ${escaped(told)}${/[.?!…]$/.test(told) ? '' : '.'}${labels ? ` ${t.labels(labels)}` : ''}`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
