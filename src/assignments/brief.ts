import { Marked } from 'marked';
import type { Lang } from '../kernel/localised.js';
import { typesetHtml } from '../platform/i18n/typography.js';
import { type SafeHtml, sanitise } from '../platform/markup/safe-html.js';

const markdown = new Marked({ gfm: true });

/** A brief as a page shows it. Its title stands in the page's own head, so the file's first heading is left out. */
export function renderBrief(source: string, lang: Lang): SafeHtml {
  const body = source.replace(/^\ufeff?\s*# .*\n/, '');
  return sanitise(typesetHtml(lang, markdown.parse(body, { async: false })), 'prose');
}
