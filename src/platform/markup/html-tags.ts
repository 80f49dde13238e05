import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** A tag or a comment of an HTML text, as the sanitiser's own tokenizer tells it, and where it stands: from `start`, up to before `end`. */
export interface HtmlTag {
  readonly kind: 'open' | 'close' | 'comment';
  /** Of a tag, in small letters; of a comment, what stands in it. */
  readonly name: string;
  /** Names in small letters, values without their references; of two with one name, the first. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Where each value stands that is between quotation marks, as it is typed. */
  readonly quoted: Readonly<Record<string, { readonly start: number; readonly end: number }>>;
  readonly start: number;
  readonly end: number;
  /** Of a comment that goes on to the end of the text: false. */
  readonly isClosed: boolean;
}

export interface HtmlTags {
  readonly tags: readonly HtmlTag[];
  /** Where a tag begins that is not finished when the text ends; the text's length where there is none. A comment ends with the text. */
  readonly finished: number;
}

/** What stands between tags is text, and so is all that stands in `<script>`, `<style>`, `<title>` and `<textarea>`, save in XML. */
export function tagsIn(html: string, { xmlMode = false } = {}): HtmlTags {
  const collector = new Collector(html);
  const tokenizer = new Tokenizer({ decodeEntities: true, xmlMode }, collector);
  // A name that the text ends in is a name when a space follows.
  tokenizer.write(`${html} `);
  tokenizer.end();
  return { tags: collector.tags, finished: collector.openSince ?? html.length };
}

/** The text without what stands in these ranges, which come in their order. */
export function without(html: string, ranges: readonly Pick<HtmlTag, 'start' | 'end'>[]): string {
  let [kept, from] = ['', 0];
  for (const { start, end } of ranges) {
    kept += html.slice(from, start);
    from = end;
  }
  return kept + html.slice(from);
}

class Collector implements TokenizerCallbacks {
  readonly tags: HtmlTag[] = [];
  openSince: number | null = null;
  private tag = '';
  private name = '';
  private value = '';
  private attributes = new Map<string, string>();
  private quoted: Record<string, { start: number; end: number }> = {};
  private nameEnd = 0;

  constructor(private readonly html: string) {}

  onopentagname(start: number, end: number): void {
    this.openSince = start - 1;
    this.tag = this.html.slice(start, end).toLowerCase();
    [this.attributes, this.quoted] = [new Map(), {}];
  }

  onattribname(start: number, end: number): void {
    [this.name, this.value, this.nameEnd] = [this.html.slice(start, end).toLowerCase(), '', end];
  }

  onattribdata(start: number, end: number): void {
    this.value += this.html.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.value += String.fromCodePoint(codepoint);
  }

  onattribend(quote: QuoteType, end: number): void {
    if (this.attributes.has(this.name)) return;
    this.attributes.set(this.name, this.value);
    const last = end - 1;
    if (quote > QuoteType.Unquoted)
      this.quoted[this.name] = { start: this.html.indexOf(this.html[last] ?? '', this.nameEnd) + 1, end: last };
  }

  onopentagend(last: number): void {
    this.add('open', this.tag, this.openSince ?? last, last + 1);
    this.openSince = null;
  }

  onselfclosingtag(last: number): void {
    this.onopentagend(last);
  }

  onclosetag(start: number, end: number): void {
    const last = this.html.indexOf('>', end);
    if (last < 0) this.openSince = start - 2;
    else this.add('close', this.html.slice(start, end).toLowerCase(), start - 2, last + 1);
  }

  oncomment(start: number, last: number, offset: number): void {
    // `</ x>` is a comment too.
    this.addComment(start, last, offset, this.html.startsWith('<!--', start - 4) ? start - 4 : start - 2);
  }

  oncdata(start: number, last: number, offset: number): void {
    this.addComment(start, last, offset, start - '<![CDATA['.length);
  }

  /** `<!doctype html>`, `<?php ?>`: of no use to a page, like a comment. */
  ondeclaration(start: number, last: number): void {
    this.addComment(start - 1, last, 0, start - 2);
  }

  onprocessinginstruction(start: number, last: number): void {
    this.addComment(start - 1, last, 0, start - 2);
  }

  ontext(): void {}
  ontextentity(): void {}
  onend(): void {}

  private addComment(start: number, last: number, offset: number, beginning: number): void {
    const [text, end] = [this.html.slice(start, last - offset), Math.min(last + 1, this.html.length)];
    this.tags.push({ kind: 'comment', name: text, ...NONE, start: beginning, end, isClosed: last < this.html.length });
  }

  private add(kind: 'open' | 'close', name: string, start: number, end: number): void {
    const { attributes, quoted } = kind === 'open' ? { attributes: Object.fromEntries(this.attributes), quoted: this.quoted } : NONE;
    this.tags.push({ kind, name, attributes, quoted, start, end, isClosed: true });
  }
}

const NONE = { attributes: {}, quoted: {} };
