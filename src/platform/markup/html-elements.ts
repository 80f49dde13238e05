import { type HtmlTag, tagsIn } from './html-tags.js';

/** An element of sanitised markup, whose tags are closed in their order, and where it stands in its text. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: HtmlTag['attributes'];
  readonly start: number;
  readonly end: number;
  /** Where what stands in it begins and ends. */
  readonly inside: { readonly start: number; readonly end: number };
}

/** A piece of a text, and what comes in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

const VOID = ['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'];

/** In the order of their first tags. */
export function elementsIn(html: string): HtmlElement[] {
  const elements: { tag: HtmlTag; last: Pick<HtmlTag, 'start' | 'end'> }[] = [];
  const open: (typeof elements)[number][] = [];
  const atEnd = { start: html.length, end: html.length };
  for (const tag of tagsIn(html).tags) {
    if (tag.kind === 'open') {
      const isVoid = VOID.includes(tag.name);
      const element = { tag, last: isVoid ? { start: tag.end, end: tag.end } : atEnd };
      elements.push(element);
      if (!isVoid) open.push(element);
    } else if (tag.kind === 'close') {
      const index = open.findLastIndex((element) => element.tag.name === tag.name);
      if (index >= 0)
        open.splice(index).forEach((element, above) => (element.last = above === 0 ? tag : { start: tag.start, end: tag.start }));
    }
  }
  return elements.map(({ tag: { name, attributes, start, end }, last }) => ({
    name,
    attributes,
    start,
    end: last.end,
    inside: { start: end, end: last.start },
  }));
}

export const hasClass = ({ attributes }: Pick<HtmlTag, 'attributes'>, name: string): boolean =>
  (attributes['class'] ?? '').split(/\s+/).includes(name);

export const isHeading = ({ name }: Pick<HtmlTag, 'name'>): boolean => /^h[1-6]$/.test(name);

export const insideOf = (html: string, element: HtmlElement | undefined): string =>
  element ? html.slice(element.inside.start, element.inside.end) : '';

/** The text with its edits made. Of two that overlap, the first holds. */
export function edited(text: string, edits: readonly Edit[]): string {
  let [kept, from] = ['', 0];
  for (const { start, end, by } of [...edits].sort((one, other) => one.start - other.start)) {
    if (start < from) continue;
    kept += text.slice(from, start) + by;
    from = end;
  }
  return kept + text.slice(from);
}
