import type { Token, Tokens } from 'marked';
import { type HtmlTag, tagsIn } from '../platform/markup/html-tags.js';
import { isSpeakerNotes } from '../platform/markup/safe-html.js';
import { isForEverybody } from './attributes.js';

/** What stands in these, up to their own end, is no tag for who reads the page, and no slide shows it. */
const RAW_TEXT = ['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'plaintext'];
/** A browser lets nothing that stands in these end what began around them. */
const CLOSED_OFF = ['table', 'select', 'template', 'object', 'applet', 'marquee', 'svg', 'math'];
/** Where this is no tag, notes or a comment may have been meant to begin. */
const BEGINNING = /<aside|<[!?]/i;
/** So may they here. reveal.js takes `data-notes` for notes too, and `[//]: # (words)` is how Markdown writes a comment. */
const SECRETS = /<aside|<[!?]|data-notes|\]:[ \t]*(?:#|<>)(?!\S)/gi;

export interface Sifted {
  /** What of each token everybody may read, as it is typed. */
  readonly typed: readonly string[];
  /** The token from which on, in doubt, nothing is shown; or `null`. */
  readonly lostAt: number | null;
  /** Tags that were taken out with all that stands in them: `<script>`. */
  readonly refused: ReadonlySet<string>;
}

/**
 * Takes out of a slide’s tokens what is for the speaker alone. Each keeps its index, and an empty line stands where one is gone.
 * What is left of each piece of HTML is whole tags and text: put together, the pieces are read as each of them was here, whoever
 * reads them. Notes begin by the most generous reading and end by the strictest: at an `</aside>` that Markdown and a browser
 * both take for the tag it is. In doubt, the rest of the slide is not shown.
 */
export function siftNotes(tokens: Token[]): Sifted {
  const filter = new NotesFilter();
  const typed = tokens.map((token, index) => {
    const read = filter.read(token, index);
    if (!read.isShown) tokens[index] = { type: 'space', raw: token.raw };
    return read.typed;
  });
  return { typed, lostAt: filter.lostAt, refused: filter.refused };
}

interface Read {
  readonly isShown: boolean;
  readonly typed: string;
}

class NotesFilter {
  lostAt: number | null = null;
  readonly refused = new Set<string>();
  /** The notes one is in, and what is open in them that has to end before they can. */
  private readonly within: string[] = [];
  /** Where they begin in the piece of HTML that is looked at. */
  private notesFrom = 0;
  private index = 0;

  read(token: Token, index: number): Read {
    this.index = index;
    return this.readAny(token);
  }

  private get isShown(): boolean {
    return this.within.length === 0 && this.lostAt === null;
  }

  private lose(): void {
    this.lostAt ??= this.index;
  }

  private readAny(token: Token): Read {
    if (token.type === 'html') return this.readHtml(token as Tokens.HTML);
    const lists = listsInside(token);
    if (lists.length > 0) return this.readAround(token, lists);
    const isComment = token.type === 'def' && ['', '#'].includes((token as Tokens.Def).href);
    const isCode = token.type === 'code' || token.type === 'codespan';
    if (isComment ? BEGINNING.test(token.raw) : !isCode && secretsIn(token.raw) > 0) this.lose();
    return { isShown: this.isShown, typed: this.isShown && !isComment ? token.raw : '' };
  }

  private readAround(token: Token, lists: readonly Token[][]): Read {
    const all = lists.flat();
    // A cell more than a table has columns, an address, a title: what begins there is in no token.
    if (secretsIn(token.raw) !== all.reduce((sum, { raw }) => sum + secretsIn(raw), 0)) this.lose();
    const wasShown = this.isShown;
    const inside = all.map(({ raw }) => raw).join('');
    let kept = '';
    for (const list of lists) {
      const shown = list.filter((inner) => {
        const read = this.readAny(inner);
        kept += read.typed;
        return read.isShown;
      });
      list.splice(0, list.length, ...shown);
    }
    const isShown = wasShown || this.isShown;
    if (wasShown && this.isShown && kept === inside) return { isShown, typed: token.raw };
    const place = token.raw.indexOf(inside);
    // The lines of a quotation or of an item have lost their beginnings: what is kept cannot be put back among them.
    if (place < 0) return { isShown, typed: '' };
    const [before, after] = [token.raw.slice(0, place), token.raw.slice(place + inside.length)];
    return { isShown, typed: (wasShown ? before : '') + kept + (this.isShown ? after : '') };
  }

  private readHtml(token: Tokens.HTML): Read {
    const wasShown = this.isShown;
    const { html, typed } = this.sift(token.text);
    const isTyped = token.raw === token.text;
    // Of a poll or a workshop the markup is made: it is typed as a whole, or has no place on the slide.
    const read = { isShown: wasShown || this.isShown, typed: isTyped ? typed : html && html === token.text ? token.raw : '' };
    token.text = html;
    return read;
  }

  private sift(text: string): { readonly html: string; readonly typed: string } {
    const { tags, finished } = tagsIn(text);
    const sifted = { html: '', typed: '' };
    const keepText = (from: number, to: number): void => {
      if (secretsIn(text.slice(from, to)) > 0) this.lose();
      if (!this.isShown) return;
      sifted.html += text.slice(from, to).replaceAll('<', '&lt;');
      sifted.typed += text.slice(from, to);
    };
    let from = 0;
    this.notesFrom = 0;
    for (const tag of tags) {
      if (tag.start < from) continue;
      keepText(from, tag.start);
      const wasShown = this.isShown;
      from = this.follow(tag, tags, text);
      if (!wasShown || !this.isShown || from > tag.end || RAW_TEXT.includes(tag.name)) continue;
      sifted.html += text.slice(tag.start, tag.end);
      if (isTagForEverybody(tag)) sifted.typed += text.slice(tag.start, tag.end);
    }
    keepText(from, Math.max(from, finished));
    if (secretsIn(text.slice(finished)) > 0) this.lose();
    return sifted;
  }

  /** Where the text goes on behind a tag. */
  private follow(tag: HtmlTag, tags: readonly HtmlTag[], text: string): number {
    const { kind, name, attributes, start, end } = tag;
    const inTag = text.slice(start + 1, end);
    const isKnown = kind === 'comment' || 'data-notes' in attributes;
    if (!tag.isClosed || (isKnown ? BEGINNING.test(inTag) : secretsIn(inTag) > 0)) this.lose();
    if (kind === 'comment') return end;
    if (kind === 'close') {
      if (this.within.at(-1) === name && !mayBeCode(text.slice(this.notesFrom, start))) this.within.pop();
      return end;
    }
    if (RAW_TEXT.includes(name)) return this.skip(tag, tags, text);
    const inNotes = this.within.length > 0;
    if (!inNotes) this.notesFrom = end;
    if (inNotes ? name === 'aside' || CLOSED_OFF.includes(name) : isSpeakerNotes(name, attributes)) this.within.push(name);
    return end;
  }

  /** To behind the end of a field that its own piece of HTML closes; another might take in the beginning of notes, or their end. */
  private skip({ name, start, end }: HtmlTag, tags: readonly HtmlTag[], text: string): number {
    this.refused.add(`<${name}>`);
    const last = tags.find((tag) => tag.kind === 'close' && tag.name === name && tag.start >= end);
    if (!last || BEGINNING.test(text.slice(start, last.end))) this.lose();
    return last?.end ?? end;
  }
}

/** Whether a tag behind this text was meant as code, though its block is none of Markdown’s: between backticks, or after a backslash. */
const mayBeCode = (before: string): boolean => before.endsWith('\\') || before.split('`').length % 2 === 0;

const secretsIn = (raw: string): number => raw.match(SECRETS)?.length ?? 0;

const isTagForEverybody = ({ kind, name, attributes }: HtmlTag): boolean =>
  kind === 'comment' ? isForEverybody(name) : !('data-notes' in attributes);

/** Tokens in a token. In a picture’s alternative text a tag is none. */
function listsInside(token: Token): Token[][] {
  if (token.type === 'list') return [(token as Tokens.List).items];
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].flat().map(({ tokens }) => tokens);
  }
  return token.type !== 'image' && 'tokens' in token && token.tokens ? [token.tokens] : [];
}
