import { type Span, spansOf } from '../platform/search-index/words.js';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** About three lines of a result. */
const WORDS_SHOWN = 34;
/** How many words stand before the first one that was found. */
const LEAD = 8;

/** A title and the passage of a text where the found words stand closest, with these words told apart. */
export function passagesOf(title: string, body: string, positions: readonly number[]): { title: Piece[]; passage: Piece[] } {
  const [inTitle, inBody] = [spansOf(title), spansOf(body)];
  // The index counts words from 1, through the title and on through the body.
  const found = new Set(positions.map((position) => position - 1));
  const foundInBody = new Set([...found].map((position) => position - inTitle.length).filter((position) => position >= 0));
  const from = bestStart(inBody.length, foundInBody);
  return {
    title: piecesOf(title, inTitle, found, { from: 0, to: inTitle.length }),
    passage: shortened(body, inBody, foundInBody, from),
  };
}

/** The first word of the window that holds most of what was found; the earliest of them. */
function bestStart(count: number, found: ReadonlySet<number>): number {
  const positions = [...found].sort((a, b) => a - b);
  const held = (first: number): number => positions.filter((position) => position >= first && position < first + WORDS_SHOWN - LEAD).length;
  const best = positions.reduce((so, position) => (held(position) > held(so) ? position : so), positions[0] ?? 0);
  return Math.max(0, Math.min(best - LEAD, count - WORDS_SHOWN));
}

function shortened(body: string, words: readonly Span[], found: ReadonlySet<number>, from: number): Piece[] {
  const to = Math.min(words.length, from + WORDS_SHOWN);
  const pieces = piecesOf(body, words, found, { from, to });
  const before = from > 0 ? [{ text: '… ', isFound: false }] : [];
  const after = to < words.length ? [{ text: ' …', isFound: false }] : [];
  return [...before, ...pieces, ...after];
}

function piecesOf(text: string, words: readonly Span[], found: ReadonlySet<number>, { from, to }: { from: number; to: number }): Piece[] {
  const start = from === 0 ? 0 : (words[from]?.start ?? 0);
  const end = to >= words.length ? text.length : (words[to - 1]?.end ?? text.length);
  const marked = words.slice(from, to).filter((_, index) => found.has(from + index));
  const pieces: Piece[] = [];
  let at = start;
  for (const word of marked) {
    if (word.start > at) pieces.push({ text: text.slice(at, word.start), isFound: false });
    pieces.push({ text: text.slice(word.start, word.end), isFound: true });
    at = word.end;
  }
  if (end > at) pieces.push({ text: text.slice(at, end), isFound: false });
  return pieces;
}
