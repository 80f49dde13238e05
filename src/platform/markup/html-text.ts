import type { SafeHtml } from './safe-html.js';

const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
/** Tags within a sentence part no words; all others do. */
const INLINE_TAG = /<\/?(?:a|abbr|b|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tspan)\b[^>]*>/g;

/** The text of sanitised markup, on one line. */
export const textOf = (html: string): string =>
  html
    .replace(INLINE_TAG, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot);/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/[ \t\n]+/g, ' ')
    .trim();

/** What is looked at and not read: diagrams, code, and the signposts of a slide. */
const NOT_READ = /<(svg|pre)\b[^]*?<\/\1>|<p class="kicker">[^]*?<\/p>|<span class="time">[^]*?<\/span>|<aside><h3>[^]*?<\/h3>/g;

export function wordsIn(html: SafeHtml): number {
  const prose = textOf(html.replace(NOT_READ, ' '));
  return prose.match(/[\p{L}\p{N}]+(?:[’'.,/\u202f-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** What a slide is called in a list: its heading, else the beginning of its text, else what its picture shows. */
export function titleIn(html: SafeHtml): string {
  const heading = /<h[1-6]\b[^>]*>([^]*?)<\/h[1-6]>/.exec(html)?.[1];
  if (heading) return textOf(heading);
  const text = textOf(html.replace(/<p class="kicker">[^]*?<\/p>/g, ' '));
  return shortened(text || (/(?:aria-label|alt)="([^"]+)"/.exec(html)?.[1] ?? ''));
}

function shortened(text: string): string {
  if (text.length <= 70) return text;
  const cut = text.slice(0, 70);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).replace(/[\s,;:.]+$/, '')}…`;
}

/** How many steps a slide has, as reveal.js counts: those with one index come together, the others one by one. */
export function fragmentsIn(html: SafeHtml): number {
  const tags = html.match(/<[a-z][^>]*\bclass="[^"]*\bfragment\b[^>]*>/g) ?? [];
  const indices = tags.map((tag) => /\bdata-fragment-index="(\d+)"/.exec(tag)?.[1]);
  return new Set(indices.filter(Boolean)).size + indices.filter((index) => !index).length;
}
