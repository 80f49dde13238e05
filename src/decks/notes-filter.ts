import type { Token, Tokens } from 'marked';
import { type HtmlTag, tagsIn } from '../platform/markup/html-tags.js';
import { isSpeakerNotes } from '../platform/markup/safe-html.js';
import { isForEverybody } from './attributes.js';

/** What stands in these, up to their own end, is no tag for who reads the page, and no slide shows it. */
const RAW_TEXT = ['script', 'style', 'title', 'textarea', 'xmp'];

/**
 * Follows a slide from its beginning, token by token as it will be shown, and knows what stands in an aside of notes, or in a
 * comment that dresses nothing. A tag is what Markdown takes for one: written as code, `</aside>` ends nothing; and an aside goes
 * on to its own end, whatever closes around it. In doubt nothing is let through.
 */
export class NotesFilter {
  private depth = 0;
  private rawText: string | null = null;
  /** By a comment that its own block does not end: it hides what follows on the slide. */
  private isLeftOpen = false;

  /** The text, where everybody may read it. */
  outside(text: string): string {
    return this.isForEverybody ? text : '';
  }

  private get isForEverybody(): boolean {
    return this.depth === 0 && this.rawText === null && !this.isLeftOpen;
  }

  /**
   * Takes out of a slide's tokens what is not to be shown; the sanitiser, who comes later, would find most of it too. Each token
   * keeps its index, and an empty line stands where one is gone.
   */
  prune(tokens: Token[]): void {
    for (const [index, token] of tokens.entries()) if (this.isHidden(token)) tokens[index] = { type: 'space', raw: token.raw };
  }

  private isHidden(token: Token): boolean {
    const wasInside = this.depth > 0;
    if (token.type === 'html') (token as Tokens.HTML).text = this.sift((token as Tokens.HTML).text, () => this.depth === 0);
    for (const inside of listsInside(token)) inside.splice(0, inside.length, ...inside.filter((inner) => !this.isHidden(inner)));
    this.followLost(token);
    return wasInside && this.depth > 0;
  }

  /** What of a token may be read by everybody, as it is typed. */
  keep(token: Token): string {
    if (token.type === 'html') return this.sift(token.raw, () => this.isForEverybody, isTagForEverybody);
    // `[//]: # (words)` is how Markdown writes a comment.
    if (token.type === 'def' && ['', '#'].includes((token as Tokens.Def).href)) return '';
    const inside = token.type === 'list' ? (token as Tokens.List).items : listsInside(token).flat();
    const typed = inside.map(({ raw }) => raw).join('');
    const before = this.outside(token.raw);
    const kept = inside.map((inner) => this.keep(inner)).join('');
    this.followLost(token);
    const place = token.raw.indexOf(typed);
    if (kept === typed) return place < 0 && holdsMore(token.raw, typed) ? '' : before;
    // The lines of a quotation or of an item have lost their beginnings: what is kept cannot be put back among them.
    if (place < 0) return '';
    return (before && token.raw.slice(0, place)) + kept + this.outside(token.raw.slice(place + typed.length));
  }

  /** What is left of a piece of HTML where `isKept` says so before and after each tag. */
  private sift(html: string, isKept: () => boolean, isTagKept: (tag: HtmlTag) => boolean = () => true): string {
    const { tags, finished } = tagsIn(html);
    let [kept, from] = ['', 0];
    for (const tag of tags) {
      const between = html.slice(from, tag.start);
      if (this.rawText !== null) this.depth += notesBegunInRaw(between);
      const wasKept = isKept();
      if (wasKept) kept += between;
      this.follow(tag);
      if (wasKept && isKept() && isTagKept(tag)) kept += html.slice(tag.start, tag.end);
      from = tag.end;
    }
    return isKept() ? kept + html.slice(from, finished) : kept;
  }

  /** A cell more than a table has columns is not shown: notes that begin in it begin all the same. */
  private followLost(token: Token): void {
    if (token.type === 'table' && this.depth === 0) this.depth += notesBegunIn(token.raw);
  }

  private follow({ kind, name, attributes, isClosed }: HtmlTag): void {
    if (kind === 'comment') {
      this.isLeftOpen ||= !isClosed;
      this.depth += name.includes('<!--') ? notesBegunInRaw(name) : notesBegunIn(name);
    } else if (kind === 'open') {
      if (this.depth > 0 ? name === 'aside' : isSpeakerNotes(name, attributes)) this.depth += 1;
      if (RAW_TEXT.includes(name)) this.rawText ??= name;
    } else if (this.rawText !== null) {
      if (name === this.rawText) this.rawText = null;
    } else if (this.depth > 0 && name === 'aside') this.depth -= 1;
  }
}

/** How deep in notes one is at the end of a text whose tags are not shown as such. */
function notesBegunIn(text: string): number {
  let depth = 0;
  for (const { kind, name, attributes } of tagsIn(text).tags)
    if (kind === 'open' && (depth > 0 ? name === 'aside' : isSpeakerNotes(name, attributes))) depth += 1;
    else if (kind === 'close' && name === 'aside' && depth > 0) depth -= 1;
  return depth;
}

/**
 * A field or a comment that was never closed takes in the beginning of the notes below it, and is closed by another one that
 * stands in them: whatever ends there, the notes have not ended.
 */
const notesBegunInRaw = (text: string): number =>
  tagsIn(text.replaceAll('<!', ''), { xmlMode: true }).tags.filter(
    ({ kind, name, attributes }) => kind === 'open' && isSpeakerNotes(name, attributes),
  ).length;

/** Whether a block holds notes or a comment that stand in none of its tokens: a cell more than the table has columns. */
function holdsMore(raw: string, typed: string): boolean {
  const [all, known] = [raw, typed].map(
    (html) =>
      tagsIn(html).tags.filter((tag) => tag.kind === 'comment' || !isTagForEverybody(tag) || isSpeakerNotes(tag.name, tag.attributes))
        .length,
  );
  return all !== known;
}

/** reveal.js takes the attribute `data-notes` for notes too. */
const isTagForEverybody = ({ kind, name, attributes }: HtmlTag): boolean =>
  kind === 'comment' ? isForEverybody(name) : !('data-notes' in attributes);

function listsInside(token: Token): Token[][] {
  if (token.type === 'list') return (token as Tokens.List).items.map(({ tokens }) => tokens);
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].flat().map(({ tokens }) => tokens);
  }
  return 'tokens' in token && token.tokens ? [token.tokens] : [];
}
