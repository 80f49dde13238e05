/** Attributes of a slide or an element, as its comment names them. Which of them stay is the sanitiser's to say. */
export type Attributes = Readonly<Record<string, string>>;

export interface AttributeComment {
  readonly of: 'slide' | 'element';
  readonly attributes: Attributes;
  /** The comment as it was typed. */
  readonly raw: string;
}

/** Bounded, so that a comment nobody closed is not read again from each of its beginnings. */
const COMMENT = /<!--\s*\.(slide|element):([^]{0,600}?)-->/g;
const ATTRIBUTE = /([a-z_:][-\w:.]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/gi;

export function commentsIn(html: string): AttributeComment[] {
  return [...html.matchAll(COMMENT)].map(([raw, of, written = '']) => ({
    of: of as AttributeComment['of'],
    attributes: attributesIn(written),
    raw,
  }));
}

export const withoutComments = (html: string): string => html.replace(COMMENT, '');

function attributesIn(written: string): Attributes {
  const found = [...written.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name.toLowerCase(), unquoted(value)] as const);
  return Object.fromEntries(found);
}

const unquoted = (value: string): string => (/^["']/.test(value) ? value.slice(1, -1) : value);

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
