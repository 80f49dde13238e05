import { Marked, type Token, type Tokens } from 'marked';
import type { Lang } from '../kernel/localised.js';
import { BoundedCache } from '../platform/cache/bounded-cache.js';
import { typesetHtml } from '../platform/i18n/typography.js';
import { type SafeHtml, sanitise } from '../platform/markup/safe-html.js';
import { textOf } from '../platform/markup/html-text.js';

const markdown = new Marked({ gfm: true, breaks: true });

/** An announcement is written once, and read by a whole course on every home. */
const bodies = new BoundedCache<SafeHtml>((html) => html.length);
const excerpts = new BoundedCache<string>((text) => text.length);

/** The Markdown of an announcement as a page and a feed show it. Its headings begin below the page’s own. */
export const renderBody = (body: string, lang: Lang): SafeHtml => bodies.of(`${lang} ${body}`, () => bodyOf(body, lang));

function bodyOf(body: string, lang: Lang): SafeHtml {
  const tokens = markdown.lexer(body);
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
  const highest = Math.min(...headings.map(({ depth }) => depth));
  for (const heading of headings) heading.depth = Math.min(6, heading.depth - highest + 2);
  return sanitise(typesetHtml(lang, markdown.parser(tokens)), 'prose');
}

/** More of a long announcement is not read for a line of it. */
const READ_CHARACTERS = 2_000;

/** The beginning of its text, for a list: whole words, on one line. */
export function excerptOf(body: string, lang: Lang, length = 140): string {
  const read = body.slice(0, READ_CHARACTERS);
  return excerpts.of(`${lang} ${length} ${read}`, () => beginningOf(textIn(read, lang), length));
}

const textIn = (body: string, lang: Lang): string =>
  textOf(sanitise(typesetHtml(lang, markdown.parser(markdown.lexer(body).filter(isRead))), 'prose'));

function beginningOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\s,;:.]+$/, '')}…`;
}

const isRead = ({ type }: Token): boolean => !['heading', 'code', 'table', 'html'].includes(type);
