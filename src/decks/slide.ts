import type { Token, Tokens } from 'marked';
import type { Lang } from '../kernel/localised.js';
import { typesetHtml } from '../platform/i18n/typography.js';
import { tagsIn } from '../platform/markup/html-tags.js';
import { type SafeHtml, sanitise } from '../platform/markup/safe-html.js';
import { type Activity, isActivity, readActivity, unsafeActivity } from './activities.js';
import { type Attributes, merged, written } from './attributes.js';
import type { DeckSlide, SlideKind } from './deck.js';
import { readElementAttributes } from './elements.js';
import { type FindDrawing, unsafeFigures } from './figures.js';
import { tokensOf, unsafeHtmlOf } from './markdown.js';
import { siftNotes } from './notes-filter.js';
import { splitNotes } from './notes.js';
import { fragmentsIn, titleIn, wordsIn } from '../platform/markup/html-text.js';
import { shownMarkdown } from './shown-markdown.js';
import { deckMessages, type Report } from './messages.js';
import type { SlideSource } from './split.js';

/** What a slide needs to know of its deck. */
export interface DeckContext {
  readonly lang: Lang;
  /** Where a picture is served, or `null` when the unit has none of that address. */
  readonly picture: (address: string) => string | null;
  readonly drawing: FindDrawing;
  readonly report: Report;
}

export function readSlide(source: SlideSource, context: DeckContext): DeckSlide {
  const { report, lang } = context;
  const { shown, notes } = splitNotes(source.text, source.line, report);
  const tokens = tokensOf(shown);
  const activity = placeActivity(tokens, source.line, context);
  const { typed, lostAt, refused } = siftNotes(tokens);
  if (lostAt !== null) report(source.line + linesBefore(tokens, lostAt), deckMessages.restHidden);
  for (const what of refused) report(source.line + lineIn(shown, what.slice(0, -1)), deckMessages.refused(what));
  const elementAttributes = readElementAttributes(tokens);
  for (const comment of elementAttributes.lost) report(source.line + lineIn(shown, comment), deckMessages.nothingBefore);

  const figures = unsafeFigures(tokens, lang, elementAttributes, context.drawing);
  for (const [index, figure] of figures) tokens[index] = htmlToken(tokens[index]?.raw ?? '', figure);

  const { title, ...attributes } = elementAttributes.slide;
  const section = `<section${written(merged(attributes, ofActivity(activity)))}>\n${unsafeHtmlOf(tokens, elementAttributes.elements)}</section>`;
  const html = clean(section, shown, source.line, context);
  reportSilent(html, source.line, report);
  return {
    h: source.h,
    v: source.v,
    line: source.line,
    html,
    markdown: shownMarkdown(shown, typed, figures),
    notes: notes === null ? null : notesHtml(notes, lang),
    title: title || titleIn(html),
    kind: kindOf(attributes, activity),
    words: wordsIn(html),
    fragments: fragmentsIn(html),
    poll: activity?.kind === 'poll' ? activity.poll : null,
    workshop: activity?.kind === 'workshop' ? activity.workshop : null,
  };
}

/** Puts the markup of the slide’s poll or workshop in the place of its fence. */
function placeActivity(tokens: Token[], firstLine: number, { lang, report }: DeckContext): Activity | null {
  let placed: Activity | null = null;
  let line = firstLine;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'code' && isActivity(fenceOf(token as Tokens.Code))) {
      if (placed) report(line, deckMessages.secondActivity);
      const activity: Activity | null = placed ? null : activityOf(token as Tokens.Code, line, report);
      placed ??= activity;
      tokens[index] = htmlToken(token.raw, activity ? unsafeActivity(activity, lang) : '');
    } else if (/^\s*(?:>|[-*+]|\d+[.)])[^]*?[`~]{3}(?:poll|workshop)\b/.test(token.raw) && token.type !== 'html')
      report(line, deckMessages.activityNested);
    line += token.raw.split('\n').length - 1;
  }
  return placed;
}

const fenceOf = (token: Tokens.Code): string | undefined => token.lang?.trim().split(/\s/)[0];

function activityOf(token: Tokens.Code, line: number, report: Report): Activity | null {
  const read = readActivity(fenceOf(token) as Activity['kind'], token.text);
  if (read.ok) return read.activity;
  for (const problem of read.problems) report(line + problem.line, problem.reason);
  return null;
}

const htmlToken = (raw: string, text: string): Tokens.HTML => ({ type: 'html', raw, text, block: true, pre: false });

function ofActivity(activity: Activity | null): Attributes {
  if (!activity) return {};
  return activity.kind === 'poll' ? { class: 'poll', 'data-poll': activity.poll.id } : { class: 'workshop' };
}

function clean(section: string, shown: string, firstLine: number, { lang, picture, drawing, report }: DeckContext): SafeHtml {
  const refused = new Set<string>();
  const html = sanitise(typesetHtml(lang, section), 'deck', {
    picture: (address) => {
      const place = picture(address);
      const reason = drawing(address) ? deckMessages.drawingAlone(address) : deckMessages.picture(address);
      if (!place) report(firstLine + lineIn(shown, address), reason);
      return place;
    },
    refused: (what) => refused.add(what),
  });
  for (const what of refused) report(firstLine + lineIn(shown, what.replace(/[<>]|class=|"/g, '')), deckMessages.refused(what));
  return html;
}

const notesHtml = (notes: string, lang: Lang): SafeHtml =>
  sanitise(typesetHtml(lang, unsafeHtmlOf(tokensOf(notes), new WeakMap())), 'prose');

/** Pictures and diagrams that would say nothing to whoever hears the deck. */
function reportSilent(html: SafeHtml, line: number, report: Report): void {
  for (const { name, attributes } of tagsIn(html).tags)
    if (name === 'img' && attributes['src'] && !attributes['alt']) report(line, deckMessages.noAlt(attributes['src'].replace(/^.*\//, '')));
  for (const { kind, name, attributes } of tagsIn(html).tags)
    if (kind === 'open' && name === 'svg' && !attributes['aria-label'] && attributes['aria-hidden'] !== 'true')
      report(line, deckMessages.silentDiagram);
}

function kindOf(attributes: Attributes, activity: Activity | null): SlideKind {
  if (activity) return activity.kind === 'poll' ? 'poll' : activity.workshop.kind;
  const classes = (attributes['class'] ?? '').split(/\s+/);
  return classes.includes('opener') ? 'opener' : classes.includes('statement') ? 'statement' : 'plain';
}

const linesBefore = (tokens: readonly Token[], index: number): number =>
  tokens.slice(0, index).reduce((lines, { raw }) => lines + raw.split('\n').length - 1, 0);

/** How many lines down a text something first stands; 0 where it is not found. */
function lineIn(text: string, needle: string): number {
  const place = needle ? text.indexOf(needle) : -1;
  return place < 0 ? 0 : text.slice(0, place).split('\n').length - 1;
}
