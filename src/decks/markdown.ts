import hljs from 'highlight.js/lib/common';
import { Marked, Renderer, type Token, type Tokens } from 'marked';
import { type Attributes, written } from './attributes.js';

/** marked’s own renderer, which dresses elements in the attributes of their comments and highlights code. */
class DressedRenderer extends Renderer {
  constructor(private readonly elements: WeakMap<Token, Attributes>) {
    super();
  }

  override heading(token: Tokens.Heading): string {
    return this.dressed(super.heading(token), token);
  }

  override paragraph(token: Tokens.Paragraph): string {
    return this.dressed(super.paragraph(token), token);
  }

  override blockquote(token: Tokens.Blockquote): string {
    return this.dressed(super.blockquote(token), token);
  }

  override list(token: Tokens.List): string {
    return this.dressed(super.list(token), token);
  }

  override listitem(token: Tokens.ListItem): string {
    return this.dressed(super.listitem(token), token);
  }

  override table(token: Tokens.Table): string {
    return this.dressed(super.table(token), token);
  }

  override image(token: Tokens.Image): string {
    return this.dressed(super.image(token), token);
  }

  override code(token: Tokens.Code): string {
    return this.dressed(highlighted(token), token);
  }

  /** A slide within a slide would count as another one. */
  override html(token: Tokens.HTML | Tokens.Tag): string {
    return token.text.replace(/<\/?section\b[^<>]*>/gi, '');
  }

  private dressed(html: string, token: Token): string {
    const attributes = this.elements.get(token);
    return attributes ? html.replace(/^<[a-z\d]+/, (tag) => tag + written(attributes)) : html;
  }
}

const markdown = new Marked({ gfm: true });

export const tokensOf = (text: string): Token[] => markdown.lexer(text);

/** Unsafe: what comes out is the sanitiser’s to clean. */
export const unsafeHtmlOf = (tokens: Token[], elements: WeakMap<Token, Attributes>): string =>
  markdown.parser(tokens, { gfm: true, renderer: new DressedRenderer(elements) });

/** What the first picture of a block is named by, escaped. */
export const escapedAltIn = (block: Token): string => /\balt="([^"]*)"/.exec(unsafeHtmlOf([block], new WeakMap()))?.[1] ?? '';

/** One line of a poll or a workshop. Unsafe likewise. */
export const unsafeInline = (text: string): string => markdown.parseInline(text, { async: false });

function highlighted({ text, lang = '' }: Tokens.Code): string {
  const language = /^[\w+#.-]{1,30}/.exec(lang)?.[0] ?? '';
  if (!hljs.getLanguage(language)) return `<pre><code>${escapeText(text)}</code></pre>\n`;
  const { value } = hljs.highlight(text, { language });
  return `<pre><code class="hljs language-${language}">${value}</code></pre>\n`;
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
