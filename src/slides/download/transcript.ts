import type { Lang } from '../../kernel/localised.js';
import { type SafeHtml, sanitise } from '../../platform/markup/safe-html.js';
import { type Deck, type DeckSlide, downloadTexts } from '../../decks/index.js';
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

const KICKER = /<p class="kicker">([^]*?)<\/p>/;
const TIME = /<span class="time">([^]*?)<\/span>/;
/** Ornaments: the large number of the opening slide. */
const HIDDEN = /<(p|span|div|svg)\b[^>]*\baria-hidden="true"[^>]*>[^]*?<\/\1>/g;
const HEADING = /<h([1-6])\b[^>]*>([^]*?)<\/h\1>/;
/** Drawings are blocks, and where one is a paragraph of its own the paragraph goes with it; pictures stand among words. */
const DRAWING = /(?:<p>\s*(?=<svg))?<svg\b([^>]*)>([^]*?)<\/svg>(?:\s*<\/p>)?/g;
const PICTURE = /<img\b([^>]*)>/g;
/** What keeps its width on a phone: tables, and code whose lines may not be broken. */
const WIDE = /(<table\b[^]*?<\/table>|<pre\b[^]*?<\/pre>)/;

function passageOf({ h, v, title, html }: DeckSlide, number: number, lang: Lang): Passage {
  const [kicker, time] = [KICKER, TIME].map((shape) => textOf(shape.exec(html)?.[1] ?? ''));
  const told = withoutTitle(html.replace(KICKER, '').replace(TIME, '').replace(HIDDEN, ''), title)
    .replace(DRAWING, (_, svg: string, drawn: string) => `<p>${pictureOf(svg, drawn, lang)}</p>`)
    .replace(PICTURE, (_, img: string) => pictureOf(img, '', lang))
    .replace(/(<\/?)figcaption\b/g, '$1p')
    .replace(/(<\/?)h[1-6]\b/g, '$1h3');
  const parts = told
    .split(WIDE)
    .map((part, index) => ({ kind: index % 2 ? ('wide' as const) : ('prose' as const), html: sanitise(part, 'prose') }));
  return {
    number, h, v, title,
    kicker: [kicker, time].filter(Boolean).join(' · '),
    parts: parts.filter((part) => part.html.trim()),
  };
}

/** The slide’s own heading becomes the passage’s; where its title comes from elsewhere, the heading stays. */
function withoutTitle(html: string, title: string): string {
  const [whole = '', , inside = ''] = HEADING.exec(html) ?? [];
  return whole && textOf(inside) === title ? html.replace(whole, '') : html;
}

/** What is to be seen, then the words that stand in the drawing; nothing of a picture that says nothing. */
function pictureOf(attributes: string, drawn: string, lang: Lang): string {
  const t = downloadTexts[lang].transcript;
  const told = /\b(?:aria-label|alt)="([^"]+)"/.exec(attributes)?.[1];
  if (!told) return '';
  const words = [...drawn.matchAll(/<text\b[^>]*>([^]*?)<\/text>/g)].map(([, inside = '']) => inside.replace(/<[^>]*>/g, '').trim());
  const labels = words.filter(Boolean).join(' · ');
  return `<strong>${t.picture}.</strong> ${told}${/[.?!…]$/.test(told) ? '' : '.'}${labels ? ` ${t.labels(labels)}` : ''}`;
}
