import type { Lang } from '../kernel/localised.js';
import { joined, type SafeHtml, stacked } from '../platform/markup/safe-html.js';
import type { Poll, Workshop } from './activities.js';

export type SlideKind = 'opener' | 'statement' | 'poll' | 'exercise' | 'workshop' | 'plain';

/** One deck, in one language, ready to be shown. */
export interface Deck {
  readonly lang: Lang;
  /** The unit's key: its folder's name without its number. */
  readonly unit: string;
  readonly title: string;
  readonly slides: readonly DeckSlide[];
  /** Of what is shown, notes apart: two decks with one hash look the same. */
  readonly hash: string;
}

/** How long a deck is, in the language it is written in. */
export interface DeckLength {
  readonly lang: Lang;
  readonly slides: number;
  /** What its addresses count: slides below one another are one column. */
  readonly columns: number;
}

export interface DeckSlide {
  /** Column and row, counted from 0 as reveal.js does: `#/2/1` is `h` 2, `v` 1. */
  readonly h: number;
  readonly v: number;
  /** Where it begins in its file, counted from 1. */
  readonly line: number;
  /** One `<section>`. Speaker notes are never in it. */
  readonly html: SafeHtml;
  /** As it is typed in its file, without what the slide does not show: notes, comments, a poll’s right answer. */
  readonly markdown: string;
  /** For the speaker alone: these may not enter anything a student or a stranger receives. */
  readonly notes: SafeHtml | null;
  readonly title: string;
  readonly kind: SlideKind;
  readonly words: number;
  /** How many times “next” reveals something before the next slide comes. */
  readonly fragments: number;
  readonly poll: Poll | null;
  readonly workshop: Workshop | null;
}

/** The sections of a deck as reveal.js wants them: a column of several slides is a section around theirs. */
export function sectionsOf(deck: Deck): SafeHtml {
  const columns = new Map<number, SafeHtml[]>();
  for (const { h, html } of deck.slides) columns.set(h, [...(columns.get(h) ?? []), html]);
  return joined([...columns.values()].map((column) => (column.length > 1 ? stacked(column) : joined(column))));
}
