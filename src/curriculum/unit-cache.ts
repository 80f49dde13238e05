import type { ContentProblem } from '../kernel/content-problem.js';
import { type Lang, LANGS } from '../kernel/localised.js';
import { type Deck, type DeckLength, lengthOf, readDeck } from '../decks/index.js';
import { type FileReading, LastGood } from '../platform/content/last-good.js';
import { readSelfCheck, type SelfCheck } from './study/self-check/self-check-file.js';
import { readWorkshop, type Workshop } from './study/workshop-file.js';
import { readUnit, type Unit } from './unit-file.js';
import type { UnitFiles } from './unit-files.js';

/** A unit as `CurriculumContent` keeps it: its texts, and what was made of each. What a unit has no file for is null. */
export interface CachedUnit {
  readonly files: UnitFiles;
  readonly unit: LastGood<Unit>;
  readonly decks: Readonly<Record<Lang, LastGood<Deck> | null>>;
  /** Of each deck as its file is now; of one that shows nothing now, as it was. */
  readonly lengths: Readonly<Record<Lang, DeckLength | null>>;
  readonly selfCheck: LastGood<SelfCheck> | null;
  readonly workshop: LastGood<Workshop> | null;
}

export function problemsOf({ unit, decks, selfCheck, workshop }: CachedUnit): readonly ContentProblem[] {
  const problems = [unit, decks.fr, decks.en, selfCheck, workshop].flatMap((file) => file?.problems ?? []);
  // A drawing that serves both decks is read with each.
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Where something is written, and the mistakes that stand there. */
export interface ContentSource {
  readonly file: string;
  readonly problems: readonly ContentProblem[];
}

/** What a unit’s folder may hold beside pictures. */
export type UnitFileName = 'unit.yaml' | 'self-check.yaml' | 'workshop.yaml' | `deck.${Lang}.md`;

export function sourceIn({ files, unit, selfCheck, workshop, decks }: CachedUnit, name: UnitFileName): ContentSource {
  const study = { 'unit.yaml': unit, 'self-check.yaml': selfCheck, 'workshop.yaml': workshop };
  const read = { ...study, 'deck.fr.md': decks.fr, 'deck.en.md': decks.en }[name];
  return { file: `${files.path}/${name}`, problems: read?.problems ?? [] };
}

/** The unit as its files are now; what is made of a file that did not change is kept. */
export function cachedUnit(files: UnitFiles, before: CachedUnit | undefined): CachedUnit {
  const was = before?.files;
  const samePictures = was?.images.join() === files.images.join() && sameTexts(was.drawings, files.drawings);
  const isSame = (lang: Lang): boolean => samePictures && was?.decks[lang] === files.decks[lang];
  const deck = (lang: Lang) => kept(files.decks[lang], before?.decks[lang], isSame(lang), (text) => deckReading(files, lang, text));
  const decks = { fr: deck('fr'), en: deck('en') };
  const length = (lang: Lang) => lengthNow(files.decks[lang], lang, before?.lengths[lang] ?? null);
  const lengths = { fr: length('fr'), en: length('en') };
  // Its questions name slides: with another deck they may be wrong.
  const sameCheck = LANGS.every(isSame) && was?.selfCheck === files.selfCheck;
  const at = (name: string): string => `${files.path}/${name}`;
  return {
    files,
    unit: followed(before?.unit, was?.unit === files.unit, () => unitReading(files)),
    decks,
    lengths,
    selfCheck: kept(files.selfCheck, before?.selfCheck, sameCheck, (text) =>
      readSelfCheck(text, at('self-check.yaml'), columnsIn(lengths)),
    ),
    workshop: kept(files.workshop, before?.workshop, was?.workshop === files.workshop, (text) => readWorkshop(text, at('workshop.yaml'))),
  };
}

const sameTexts = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A file of the whole course. */
export class CachedFile<T> {
  private text: string | null = null;
  private with = '';
  private file: LastGood<T> | null = null;

  get value(): T | null {
    return this.file?.value ?? null;
  }

  get problems(): readonly ContentProblem[] {
    return this.file?.problems ?? [];
  }

  /** The file as it lies there now; `by` is whatever else its reading depends on. */
  take(text: string | null, by: string, read: (text: string) => FileReading<T>): void {
    this.file = kept(text, this.file, text === this.text && by === this.with, read);
    [this.text, this.with] = [text, by];
  }
}

function kept<T>(
  text: string | null,
  before: LastGood<T> | null | undefined,
  isSame: boolean,
  read: (text: string) => FileReading<T>,
): LastGood<T> | null {
  return text === null ? null : followed(before, isSame, () => read(text));
}

function followed<T>(before: LastGood<T> | null | undefined, isSame: boolean, read: () => FileReading<T>): LastGood<T> {
  if (!before) return new LastGood(read);
  return isSame ? before : before.followedBy(read);
}

function unitReading(files: UnitFiles): FileReading<Unit> {
  const { unit, problems } = readUnit(files.unit, `${files.path}/unit.yaml`, files);
  return { value: unit, problems };
}

function deckReading(files: UnitFiles, lang: Lang, text: string): FileReading<Deck> {
  const deckFile = { file: `${files.path}/deck.${lang}.md`, lang, unit: files.key };
  const pictures = { images: new Set(files.images), drawings: new Map(Object.entries(files.drawings)) };
  const { deck, problems } = readDeck(text, { ...deckFile, ...pictures });
  return { value: deck, problems };
}

const lengthNow = (text: string | null, lang: Lang, before: DeckLength | null): DeckLength | null =>
  text === null ? null : (lengthOf(text, lang) ?? before);

/** As many as the shortest deck has, counted as its addresses count them; null where no deck is written. */
function columnsIn(lengths: CachedUnit['lengths']): number | null {
  const counts = LANGS.flatMap((lang) => lengths[lang]?.columns ?? []);
  return counts.length > 0 ? Math.min(...counts) : null;
}
