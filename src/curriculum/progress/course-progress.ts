import type { Lang } from '../../kernel/localised.js';
import { progressOf, slideToResume, type Completion, completionOf, type UnitProgress } from './completion.policy.js';
import { DECK, type StudyItem, type StudyMark } from './study-items.js';

/** A unit as progress is reckoned of it. */
export interface StudiedUnit {
  readonly key: string;
  readonly items: readonly StudyItem[];
  readonly slides: number;
}

/** Where to go on in a deck, in the language it was read in. */
export interface Bookmark {
  readonly unit: string;
  readonly slide: number;
  readonly language: Lang;
}

/** Where one person stands in each unit of a course. */
export interface CourseProgress {
  readonly units: ReadonlyMap<string, UnitProgress>;
  /** Where they last stopped in a deck they did not come to the end of. */
  readonly goOn: Bookmark | null;
  standing(unit: string, item: string): Completion;
  /** What is asked of everybody in a unit, in the order of its page. */
  asked(unit: string): readonly StudyItem[];
  bookmarkIn(unit: string): Bookmark | null;
}

const AHEAD: Completion = { is: 'ahead' };

/** Reckons what a person did against what the units hold now: marks of what is there no more count for nothing. */
export function courseProgress(units: readonly StudiedUnit[], marks: readonly StudyMark[]): CourseProgress {
  const marked = new Map(marks.map((mark) => [`${mark.unit} ${mark.item}`, mark]));
  const standings = new Map(units.map((unit) => [unit.key, standingsOf(unit, marked)]));
  const slidesOf = new Map(units.map(({ key, slides }) => [key, slides]));
  const bookmarkOf = (mark: StudyMark | undefined): Bookmark | null => {
    const slide = mark && slideToResume(mark, slidesOf.get(mark.unit) ?? 0);
    return slide ? { unit: mark.unit, slide, language: mark.language ?? 'fr' } : null;
  };
  const newestFirst = marks.filter(({ item }) => item === DECK).sort((a, b) => b.seenAt.getTime() - a.seenAt.getTime());
  return {
    units: new Map(units.map(({ key, items }) => [key, progressOf(items, standings.get(key)!)])),
    goOn: newestFirst.map(bookmarkOf).find((bookmark) => bookmark !== null) ?? null,
    asked: (unit) => units.find(({ key }) => key === unit)?.items.filter(({ isAsked }) => isAsked) ?? [],
    standing: (unit, item) => standings.get(unit)?.get(item) ?? AHEAD,
    bookmarkIn: (unit) => bookmarkOf(marked.get(`${unit} ${DECK}`)),
  };
}

const standingsOf = ({ key, items }: StudiedUnit, marked: ReadonlyMap<string, StudyMark>): Map<string, Completion> =>
  new Map(items.map((item) => [item.key, completionOf(item.kind, marked.get(`${key} ${item.key}`) ?? null)]));
