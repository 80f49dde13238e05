import type { Token, Tokens } from 'marked';
import { type Attributes, commentsIn, merged, withoutComments } from './attributes.js';

/** What the comments of a slide say: attributes of the slide itself, and of each element by its token. */
export interface ElementAttributes {
  readonly slide: Attributes;
  readonly elements: WeakMap<Token, Attributes>;
  /** Comments that follow no element that could take their attributes. */
  readonly lost: readonly string[];
}

interface Reading {
  slide: Attributes;
  readonly elements: WeakMap<Token, Attributes>;
  readonly lost: string[];
}

/**
 * Gives the attributes of each `.element` comment to the element just before it: a picture; the heading, paragraph or list
 * item it closes; or the block on the line above (paragraph, list, table, code, quotation). Takes the comments out of the tokens.
 */
export function readElementAttributes(tokens: Token[]): ElementAttributes {
  const reading: Reading = { slide: {}, elements: new WeakMap(), lost: [] };
  readBlocks(tokens, null, reading);
  return reading;
}

function readBlocks(tokens: Token[], item: Token | null, reading: Reading): void {
  let previous: Token | null = null;
  for (const token of tokens) {
    if (token.type === 'html') {
      const holdsMore = withoutComments((token as Tokens.HTML).text).trim() !== '';
      readComments(token, holdsMore ? null : (item ?? previous), reading);
      if (holdsMore) previous = null;
    } else if (token.type !== 'space') {
      readInside(token, item, reading);
      previous = soleImage(token) ?? token;
    }
  }
}

function readInside(token: Token, item: Token | null, reading: Reading): void {
  if (token.type === 'list') for (const entry of (token as Tokens.List).items) readBlocks(entry.tokens, entry, reading);
  else if (token.type === 'blockquote') readBlocks((token as Tokens.Blockquote).tokens, null, reading);
  else if (token.type === 'table') for (const cell of cellsOf(token as Tokens.Table)) readInline(cell.tokens, null, reading);
  else if ('tokens' in token && token.tokens) readInline(token.tokens, item ?? token, reading);
}

const cellsOf = (table: Tokens.Table): Tokens.TableCell[] => [...table.header, ...table.rows.flat()];

function readInline(tokens: Token[], owner: Token | null, reading: Reading): void {
  let image: Token | null = null;
  for (const token of tokens) {
    if (token.type === 'html') readComments(token, image ?? owner, reading);
    else if (token.type === 'image') image = token;
    else if (token.raw.trim()) image = null;
  }
}

function readComments(token: Token, owner: Token | null, reading: Reading): void {
  const html = token as Tokens.HTML;
  for (const { of, attributes, raw } of commentsIn(html.text)) {
    if (of === 'slide') reading.slide = merged(reading.slide, attributes);
    else if (owner) reading.elements.set(owner, merged(reading.elements.get(owner) ?? {}, attributes));
    else reading.lost.push(raw);
  }
  html.text = withoutComments(html.text);
}

/** A paragraph that is only a picture: the comment on the next line means the picture. */
export function soleImage(token: Token): Tokens.Image | null {
  if (token.type !== 'paragraph') return null;
  const inside = (token as Tokens.Paragraph).tokens.filter((inner) => inner.raw.trim() && inner.type !== 'html');
  return inside.length === 1 && inside[0]?.type === 'image' ? (inside[0] as Tokens.Image) : null;
}
