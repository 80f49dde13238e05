import { Fence } from './fence.js';
import { deckMessages, type Report } from './messages.js';

/** A slide as it was typed. */
export interface SlideSource {
  readonly h: number;
  readonly v: number;
  /** Where its first line stands in the file, counted from 1. */
  readonly line: number;
  readonly text: string;
}

interface OpenSlide {
  readonly startsColumn: boolean;
  readonly line: number;
  readonly lines: string[];
}

const SEPARATOR = /^(---?)([ \t]*)$/;
/** A heading, a table, a line of HTML or of dashes: no text that a line of dashes below would turn into a heading. */
const NO_TEXT = /^\s*(?:#|\||<|-->|$)|-->\s*$/;

/**
 * Cuts a deck at the lines `---` (next slide) and `--` (next of a stack), never inside a fence of code. reveal.js misses a
 * separator with a space behind it and takes one under a line of text for a heading or not as it comes: both are cut here, and reported.
 */
export function splitSlides(source: string, report: Report): SlideSource[] {
  const fence = new Fence();
  const slides: OpenSlide[] = [{ startsColumn: true, line: 1, lines: [] }];
  let fenceLine = 0;
  for (const [index, text] of linesOf(source).entries()) {
    const current = slides.at(-1) as OpenSlide;
    const wasOpen = fence.isOpen;
    const isCode = fence.holds(text);
    if (isCode && !wasOpen) fenceLine = index + 1;
    const separator = isCode ? null : SEPARATOR.exec(text);
    if (!separator) {
      current.lines.push(text);
      continue;
    }
    if (separator[2]) report(index + 1, deckMessages.spaceAfterSeparator);
    const above = current.lines.at(-1) ?? '';
    if (!NO_TEXT.test(above) && !/^ {0,3}(?:`{3,}|~{3,})/.test(above)) report(index + 1, deckMessages.separatorUnderText);
    slides.push({ startsColumn: separator[1] === '---', line: index + 2, lines: [] });
  }
  if (fence.isOpen) report(fenceLine, deckMessages.fenceLeftOpen);
  return place(slides, report);
}

const linesOf = (source: string): string[] =>
  source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');

/** Gives each slide its column and row; an empty one is reported and left out. */
function place(slides: readonly OpenSlide[], report: Report): SlideSource[] {
  const placed: SlideSource[] = [];
  let [h, v] = [-1, 0];
  for (const { startsColumn, line, lines } of slides) {
    if (startsColumn || h < 0) [h, v] = [h + 1, 0];
    else v += 1;
    if (lines.some((text) => text.trim())) placed.push({ h, v, line, text: lines.join('\n') });
    else {
      report(line, deckMessages.emptySlide);
      if (v > 0) v -= 1;
      else h -= 1;
    }
  }
  return placed;
}
