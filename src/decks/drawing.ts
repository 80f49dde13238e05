import { type Lang, LANGS } from '../kernel/localised.js';
import { type SafeHtml, sanitise } from '../platform/markup/safe-html.js';
import { deckMessages, type Report } from './messages.js';
import { readSvg, type SvgElement } from './svg-tree.js';

const KILOBYTE_CHARACTERS = 1024;
const MOST_KILOBYTES = 24;

/** A drawing beside a deck, as its file has it. */
export interface DrawingFile {
  readonly source: string;
  /** Tells a mistake at its line in the drawing’s file. */
  readonly report: Report;
}

/**
 * A drawing as it stands in a slide: what its file has in this language, named by its alternative text, which comes escaped.
 * A file for both languages marks what belongs to one by SVG’s own `systemLanguage`. `null` where nothing can be shown.
 */
export function readDrawing({ source, report }: DrawingFile, lang: Lang, escapedAlt: string): SafeHtml | null {
  if (source.length > MOST_KILOBYTES * KILOBYTE_CHARACTERS) {
    report(1, deckMessages.drawingTooLarge(MOST_KILOBYTES));
    return null;
  }
  const read = readSvg(source);
  if (!read.ok) {
    report(read.line, deckMessages.malformed(read.message));
    return null;
  }
  const { root } = read;
  if (root.name !== 'svg' || !root.attributes['viewBox']) {
    report(root.line, deckMessages.noViewBox);
    return null;
  }
  reportIn(root, LANGS, report);
  const named = { role: 'img', ...(escapedAlt && { 'aria-label': escapedAlt }) };
  return sanitise(unsafeSvg({ ...root, attributes: { ...root.attributes, ...named } }, lang), 'drawing');
}

/** Mistakes in either language: who draws for one may not read the other. `langs` are those that reach this element. */
function reportIn(element: SvgElement, langs: readonly Lang[], report: Report): void {
  const { name, line, children } = element;
  const written = element.attributes['systemLanguage'];
  if (written !== undefined && !LANGS.some((lang) => speaks(element, lang))) report(line, deckMessages.drawingLanguage(written));
  // One element at a time: the sanitiser says what it refuses, and not where.
  sanitise(tagged(element, ''), 'drawing', { refused: (what) => report(line, deckMessages.refusedInDrawing(what)) });
  const heard = langs.filter((lang) => speaks(element, lang));
  if (name === 'text') for (const lang of heard) if (isMute(element, lang)) report(line, deckMessages.mute[lang]);
  for (const child of children) if (typeof child !== 'string') reportIn(child, heard, report);
}

/** As SVG has it: an element without the attribute is for everybody. */
const speaks = ({ attributes: { systemLanguage } }: SvgElement, lang: Lang): boolean =>
  systemLanguage === undefined || systemLanguage.split(',').some((one) => one.trim() === lang);

const isMute = ({ children }: SvgElement, lang: Lang): boolean =>
  children.every((child) => (typeof child === 'string' ? child.trim() === '' : !speaks(child, lang) || isMute(child, lang)));

/** A span that was there for its language alone leaves its words to the text around it. */
function unsafeSvg(element: SvgElement, lang: Lang): string {
  if (!speaks(element, lang)) return '';
  const inside = unsafeChildren(element.children, lang);
  return element.name === 'tspan' && Object.keys(element.attributes).join() === 'systemLanguage' ? inside : tagged(element, inside);
}

/** Without empty lines: one would end the drawing where Markdown holds it. */
const unsafeChildren = (children: SvgElement['children'], lang: Lang): string =>
  children
    .map((child) => (typeof child === 'string' ? child : unsafeSvg(child, lang)))
    .join('')
    .replace(/\n\s*\n/g, '\n');

/** Names of namespaces and languages have done their work once the file is read. */
const DONE = /^(?:xmlns(?:$|:)|systemLanguage$)/;

/** Attributes are escaped as they come, but for the quotation marks that a value in single ones may hold. */
function tagged({ name, attributes }: SvgElement, inside: string): string {
  const kept = Object.entries(attributes).filter(([attribute]) => !DONE.test(attribute));
  return `<${name}${kept.map(([attribute, value]) => ` ${attribute}="${value.replaceAll('"', '&quot;')}"`).join('')}>${inside}</${name}>`;
}
