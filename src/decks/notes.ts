import { Fence } from './fence.js';
import { deckMessages, type Report } from './messages.js';

/** `Note:`, `Notes:`, `Remarque :`, `Note :` with any space before the colon, as French types it. */
const NOTE = /^[\t ]*(?:notes?|remarques?)[\t \u00a0\u202f]*:/i;

export interface SplitSlide {
  readonly shown: string;
  readonly notes: string | null;
}

/**
 * From the first note line to the end of the slide, everything is for the speaker alone, a second note line included:
 * reveal.js shows both on the slide when there are two, so that what was meant for one person is projected.
 */
export function splitNotes(text: string, line: number, report: Report): SplitSlide {
  const fence = new Fence();
  const lines = text.split('\n');
  const places = lines.flatMap((content, index) => (!fence.holds(content) && NOTE.test(content) ? [index] : []));
  const [first, second] = places;
  if (first === undefined) return { shown: text, notes: null };
  if (second !== undefined) report(line + second, deckMessages.secondNote);
  const notes = [(lines[first] ?? '').replace(NOTE, ''), ...lines.slice(first + 1)].join('\n').trim();
  if (!notes) report(line + first, deckMessages.emptyNote);
  return { shown: lines.slice(0, first).join('\n'), notes: notes || null };
}
