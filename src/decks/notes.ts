import { Fence } from './fence.js';
import { fencesIn } from './markdown.js';
import { deckMessages, type Report } from './messages.js';

/** `Note:`, `Notes:`, `Remarque :`, `Note :` with any space before the colon, as French types it, and any before the line. */
const NOTE = /^[\s\u200b-\u200d\u2060]*(?:notes?|remarques?)\s*:/i;

export interface SplitSlide {
  readonly shown: string;
  readonly notes: string | null;
}

/**
 * From the first note line to the end of the slide, everything is for the speaker alone, a second note line included:
 * reveal.js shows both on the slide when there are two, so that what was meant for one person is projected.
 */
export function splitNotes(text: string, line: number, report: Report): SplitSlide {
  const lines = text.split('\n');
  const [first, second] = noteLines(text, lines);
  if (first === undefined) return { shown: text, notes: null };
  if (second !== undefined) report(line + second, deckMessages.secondNote);
  const notes = [(lines[first] ?? '').replace(NOTE, ''), ...lines.slice(first + 1)].join('\n').trim();
  if (!notes) report(line + first, deckMessages.emptyNote);
  return { shown: lines.slice(0, first).join('\n'), notes: notes || null };
}

/**
 * Where the lines stand that begin a note. One in a fence of code is code, and only there where the reader of Markdown, who
 * will show it, says so too: a fence typed in a block of HTML is none, and one that nobody closes hides no note.
 */
function noteLines(text: string, lines: readonly string[]): number[] {
  const fence = new Fence();
  let fenced: ReadonlySet<number> | null = null;
  return lines.flatMap((content, index) => {
    const seemsCode = fence.holds(content);
    if (!NOTE.test(content)) return [];
    return seemsCode && (fenced ??= fencesIn(text)).has(index) ? [] : [index];
  });
}
