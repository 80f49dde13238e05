import hljs from 'highlight.js/lib/common';
import { Marked, Renderer, type Token, type Tokens } from 'marked';
import { tagsIn, without } from '../platform/markup/html-tags.js';
import { type Attributes, written } from './attributes.js';
import { Fence } from './fence.js';

/** marked’s own renderer, which gives elements the attributes of their comments and highlights code. */
class DressedRenderer extends Renderer {
  constructor(private readonly elements: WeakMap<Token, Attributes>) {
    super();
  }

  override heading(token: Tokens.Heading): string {
    return this.withAttributes(super.heading(token), token);
  }

  override paragraph(token: Tokens.Paragraph): string {
    return this.withAttributes(super.paragraph(token), token);
  }

  override blockquote(token: Tokens.Blockquote): string {
    return this.withAttributes(super.blockquote(token), token);
  }

  override list(token: Tokens.List): string {
    return this.withAttributes(super.list(token), token);
  }

  override listitem(token: Tokens.ListItem): string {
    return this.withAttributes(super.listitem(token), token);
  }

  override table(token: Tokens.Table): string {
    return this.withAttributes(super.table(token), token);
  }

  override image(token: Tokens.Image): string {
    return this.withAttributes(super.image(token), token);
  }

  override code(token: Tokens.Code): string {
    return this.withAttributes(highlighted(token), token);
  }

  /** A slide within a slide would count as another one; and a tag that is not finished would swallow what follows, were it an aside of notes. */
  override html({ text }: Tokens.HTML | Tokens.Tag): string {
    const { tags, finished } = tagsIn(text);
    return without(
      text.slice(0, finished),
      tags.filter(({ kind, name }) => kind !== 'comment' && name === 'section'),
    );
  }

  /** In `<pre>` and the like marked leaves a text as it is typed: with a `<` that the next piece could make a tag of. */
  override text(token: Tokens.Text | Tokens.Escape): string {
    return 'tokens' in token && token.tokens ? super.text(token) : super.text(token).replaceAll('<', '&lt;');
  }

  private withAttributes(html: string, token: Token): string {
    const attributes = this.elements.get(token);
    const [tag] = attributes ? tagsIn(html).tags : [];
    if (!attributes || tag?.start !== 0) return html;
    const afterName = 1 + tag.name.length;
    return html.slice(0, afterName) + written(attributes) + html.slice(afterName);
  }
}

const markdown = new Marked({ gfm: true });

export const tokensOf = (text: string): Token[] => markdown.lexer(text);

/** The lines, counted from 0, that stand in a fence of code which begins and ends in no other block. */
export function fencesIn(text: string): ReadonlySet<number> {
  const fenced = new Set<number>();
  const tokens = tokensOf(text);
  // Lines are counted by what each token was read from: were any of it lost, none could be told.
  if (tokens.map(({ raw }) => raw).join('') !== text) return fenced;
  let line = 0;
  for (const { type, raw } of tokens) {
    const lines = raw.split('\n').length - 1;
    if (type === 'code' && isFence(raw))
      for (let index = line; index < line + raw.trimEnd().split('\n').length; index += 1) fenced.add(index);
    line += lines;
  }
  return fenced;
}

/** Whether a block of code is between two marks, not set in by four spaces, and has its second one. */
function isFence(raw: string): boolean {
  const fence = new Fence();
  const isAll = raw
    .trimEnd()
    .split('\n')
    .every((line) => fence.holds(line));
  return isAll && !fence.isOpen;
}

/** Unsafe: what comes out is the sanitiser’s to clean. */
export const unsafeHtmlOf = (tokens: Token[], elements: WeakMap<Token, Attributes>): string =>
  markdown.parser(tokens, { gfm: true, renderer: new DressedRenderer(elements) });

/** What the first picture of a block is named by, escaped. */
export function escapedAltIn(block: Token): string {
  const html = unsafeHtmlOf([block], new WeakMap());
  const alt = tagsIn(html).tags.find(({ name }) => name === 'img')?.quoted['alt'];
  return alt ? html.slice(alt.start, alt.end) : '';
}

/** One line of a poll or a workshop. Unsafe likewise. */
export const unsafeInline = (text: string): string => markdown.parseInline(text, { async: false });

function highlighted({ text, lang = '' }: Tokens.Code): string {
  const language = /^[\w+#.-]{1,30}/.exec(lang)?.[0] ?? '';
  if (!hljs.getLanguage(language)) return `<pre><code>${escapeText(text)}</code></pre>\n`;
  const { value } = hljs.highlight(text, { language });
  return `<pre><code class="hljs language-${language}">${value}</code></pre>\n`;
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
