import { tagsIn, without } from '../platform/markup/html-tags.js';

/** Attributes of a slide or an element, as its comment names them. Which of them stay is the sanitiser's to say. */
export type Attributes = Readonly<Record<string, string>>;

export interface AttributeComment {
  readonly of: 'slide' | 'element';
  readonly attributes: Attributes;
  /** The comment as it was typed. */
  readonly raw: string;
}

/** What stands in a comment that gives an element attributes. Bounded: nobody types that much. */
const ATTRIBUTES = /^\s*\.(slide|element):([^]{0,600})$/;

const isAttributeComment = (comment: string): boolean => ATTRIBUTES.test(comment);

/**
 * Whether a comment gives attributes and holds nothing else: no notes, for which reveal.js takes the attribute `data-notes` too,
 * and no tag or other comment, as one does that was never closed or whose attribute was not.
 */
export function isForEverybody(comment: string): boolean {
  const [, , typed = '<'] = ATTRIBUTES.exec(comment) ?? [];
  return !typed.includes('<') && !('data-notes' in (attributesIn(typed) ?? { 'data-notes': '' }));
}

export const commentsIn = (html: string): AttributeComment[] =>
  attributeComments(html).map(({ name, start, end }) => {
    const [, of, typed = ''] = ATTRIBUTES.exec(name) ?? [];
    return { of: of as AttributeComment['of'], attributes: attributesIn(typed) ?? {}, raw: html.slice(start, end) };
  });

export const withoutComments = (html: string): string => without(html, attributeComments(html));

/** One that its block does not close gives none: it hides what follows, as any comment does. */
const attributeComments = (html: string) =>
  tagsIn(html).tags.filter(({ kind, name, isClosed }) => kind === 'comment' && isClosed && isAttributeComment(name));

/** They are typed as in a tag, so they are read as one; null where a value has no end. */
const attributesIn = (typed: string): Attributes | null => tagsIn(`<i ${typed}>`).tags[0]?.attributes ?? null;

/** The second’s values hold; classes add up. */
export function merged(first: Attributes, second: Attributes): Attributes {
  const classes = [first['class'], second['class']].filter(Boolean).join(' ');
  return { ...first, ...second, ...(classes && { class: classes }) };
}

export const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeAttribute = (value: string): string => value.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
