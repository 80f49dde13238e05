/** Where a word stands in its text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word as the index and a question hold it. */
export interface Word {
  /** In small letters, with its accents. */
  readonly written: string;
  /** The same without. */
  readonly plain: string;
}

/** Longer ones are no words: an address, a key. Their beginning is enough to find them. */
const LONGEST_CHARACTERS = 60;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ﬁ: 'fi', ﬂ: 'fl' };

/**
 * The words of a text, letters and digits alone. Everything is decided here, not by the database: so that any server, of
 * whatever locale, counts the same words, and the position of a word in the index is its position in this list.
 */
export const spansOf = (text: string): Span[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));

export const wordsOf = (text: string): Word[] => spansOf(text).map(({ start, end }) => spelled(text.slice(start, end)));

function spelled(found: string): Word {
  const small = found.toLowerCase().replace(/[œæßﬁﬂ]/g, (sign) => LIGATURES[sign] ?? sign);
  const written = small.normalize('NFC').replace(/\p{M}/gu, '');
  const plain = small.normalize('NFD').replace(/\p{M}/gu, '');
  return { written: [...written].slice(0, LONGEST_CHARACTERS).join(''), plain: [...plain].slice(0, LONGEST_CHARACTERS).join('') };
}

/** As `search_vector` and `search_query` take a text: twice, word by word. */
export const spellingsOf = (words: readonly Word[]): { readonly written: string; readonly plain: string } => ({
  written: words.map(({ written }) => written).join(' '),
  plain: words.map(({ plain }) => plain).join(' '),
});
