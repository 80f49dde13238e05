import { spellingsOf, wordsOf } from '../platform/search-index/words.js';

/** One thing looked for: a word, or words that stand together. */
export interface Term {
  readonly written: string;
  readonly plain: string;
  readonly isExcluded: boolean;
  /** In quotes: as written, word for word. */
  readonly isExact: boolean;
}

/** What somebody asks for, in the words of the index. */
export interface Question {
  readonly terms: readonly Term[];
  /** The last word may be the beginning of a longer one: people look at results while they type. */
  readonly beginning: string | null;
  /** More was typed than is looked for. */
  readonly isCut: boolean;
}

/** Far more than anybody asks for, and little enough that no question keeps the database busy. */
export const MOST_LETTERS = 200;
const MOST_TERMS = 12;
/** Shorter beginnings belong to half of all words. */
const SHORTEST_BEGINNING = 3;

/** A quoted phrase, whose end may not be typed yet, or anything up to a space; a minus before it says: not this. */
const PIECE = /([-−–]?)(?:["“«]([^"”»]*)(?:["”»]|$)|(\S+))/gu;

/** Reads what was typed as search engines do: all words, quoted phrases, minus for what is not wanted. Nothing typed is a mistake. */
export function readQuestion(typed: string): Question {
  const looked = [...typed].slice(0, MOST_LETTERS).join('').normalize('NFC');
  const terms = [...looked.matchAll(PIECE)].flatMap(([, minus, quoted, bare = '']) => {
    const words = wordsOf(quoted ?? bare);
    const isGoing = quoted === undefined && !minus && /[\p{L}\p{N}]$/u.test(bare);
    return words.length > 0 ? [{ ...spellingsOf(words), isExcluded: Boolean(minus), isExact: quoted !== undefined, isGoing }] : [];
  });
  const kept = terms.slice(0, MOST_TERMS);
  const isCut = terms.length > kept.length || [...typed].length > MOST_LETTERS;
  const last = kept.at(-1);
  const isGoing = last?.isGoing && !isCut && !/\s$/.test(looked);
  return { terms: kept.map(({ isGoing: _, ...term }) => term), beginning: isGoing ? beginningOf(last) : null, isCut };
}

/** The same question with every compound taken apart, as if its longer words had been typed one by one; quoted phrases stay whole. */
export function takenApart({ terms, ...rest }: Question): Question {
  const apart = terms.flatMap((term) => (term.isExact || term.isExcluded ? [term] : wordsIn(term)));
  return { ...rest, terms: apart.slice(0, MOST_TERMS) };
}

function wordsIn({ written, plain, ...term }: Term): Term[] {
  const plains = plain.split(' ');
  const words = written.split(' ').map((word, index) => ({ ...term, written: word, plain: plains[index]! }));
  const longer = words.filter((word) => word.plain.length > 1);
  return longer.length > 0 ? longer : words;
}

function beginningOf({ plain }: Pick<Term, 'plain'>): string | null {
  const word = plain.split(' ').at(-1) ?? '';
  return word.length >= SHORTEST_BEGINNING ? word : null;
}
