import { type FSWatcher, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { ContentProblem } from '../kernel/content-problem.js';
import { type Lang, LANGS, otherLang } from '../kernel/localised.js';
import type { Deck } from './deck/deck.js';
import { readDeck } from './deck/read-deck.js';
import { type FileReading, LastGood } from './last-good.js';
import { readSyllabus, type Syllabus } from './syllabus-file.js';
import { readUnit, type Unit } from './unit-file.js';
import { syllabusIn, type UnitFiles, unitFilesIn } from './unit-files.js';

interface ShelvedUnit {
  readonly files: UnitFiles;
  readonly unit: LastGood<Unit>;
  readonly decks: Readonly<Record<Lang, LastGood<Deck> | null>>;
}

interface ShelvedSyllabus {
  readonly text: string;
  readonly file: LastGood<Syllabus>;
}

/** Editors write a file in several movements: it is read once they are over. */
const CALM = 120;

/** What is taught, as `slides/` says it. Read at start and after each change; a file with a mistake leaves its last good version standing. */
@Injectable()
export class CurriculumContent implements OnModuleInit, OnModuleDestroy {
  private shelf: ReadonlyMap<string, ShelvedUnit> = new Map();
  private course: ShelvedSyllabus | null = null;
  private readonly listeners = new Set<() => void>();
  private watchers: FSWatcher[] = [];
  private waiting: NodeJS.Timeout | undefined;

  constructor(private readonly folder: string) {
    this.read();
  }

  onModuleInit(): void {
    this.watch();
  }

  onModuleDestroy(): void {
    clearTimeout(this.waiting);
    for (const watcher of this.watchers.splice(0)) watcher.close();
  }

  /** What the public programme says of the course, where a file says it. */
  syllabus(): Syllabus | null {
    return this.course?.file.value ?? null;
  }

  /** In their order. */
  units(): Unit[] {
    const units = [...this.shelf.values()].map(({ unit }) => unit.value).filter((unit) => unit !== null);
    return units.sort((a, b) => a.number - b.number);
  }

  unit(key: string): Unit | null {
    return this.shelf.get(key)?.unit.value ?? null;
  }

  /** The deck in this language; where it is not written, in the other, as its `lang` then says; `null` where neither is. */
  deck(key: string, lang: Lang): Deck | null {
    const decks = this.shelf.get(key)?.decks;
    return decks?.[lang]?.value ?? decks?.[otherLang(lang)]?.value ?? null;
  }

  /** Where a unit’s picture lies on the disk, if it has one of that name. */
  picture(key: string, name: string): string | null {
    const files = this.shelf.get(key)?.files;
    return files?.images.includes(name) ? join(this.folder, basename(files.path), 'images', name) : null;
  }

  /** Every mistake in the files as they are now, for the teaching team. */
  problems(): ContentProblem[] {
    const units = [...this.shelf.values()].flatMap(({ unit, decks }) => [unit, ...LANGS.map((lang) => decks[lang])]);
    return [this.course?.file, ...units].flatMap((file) => file?.problems ?? []);
  }

  /** Calls back after the files were read again: what was made of them is out of date. */
  whenChanged(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Reads the folder again. What did not change is kept as it was read. */
  read(): void {
    this.course = shelvedSyllabus(syllabusIn(this.folder), `${basename(this.folder)}/course.yaml`, this.course);
    const files = unitFilesIn(this.folder, basename(this.folder));
    this.shelf = new Map(files.map((unit) => [unit.key, shelved(unit, this.shelf.get(unit.key))]));
  }

  /** One watcher a folder: so it hears of files written, renamed over and removed, on every system. */
  private watch(): void {
    for (const watcher of this.watchers.splice(0)) watcher.close();
    const folders = [...this.shelf.values()].map(({ files }) => join(this.folder, basename(files.path)));
    for (const folder of [this.folder, ...folders, ...folders.map((unit) => join(unit, 'images'))]) this.watchFolder(folder);
  }

  private watchFolder(folder: string): void {
    const readSoon = (): void => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.readAgain(), CALM).unref();
    };
    try {
      this.watchers.push(watch(folder, { persistent: false }, readSoon).on('error', readSoon));
    } catch (error) {
      // Not every unit has pictures; and where the system has no watcher left, a restart reads the files.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        new Logger('Content').warn(`Changes in ${folder} are not noticed: ${String(error)}`);
    }
  }

  private readAgain(): void {
    try {
      this.read();
    } catch (error) {
      // Nobody waits for this reading: thrown on, it would end the process. What stood before stands on.
      new Logger('Content').error(`The files of ${this.folder} could not be read again: ${String(error)}`);
    }
    this.watch();
    for (const listener of this.listeners) listener();
  }
}

function shelvedSyllabus(text: string | null, path: string, before: ShelvedSyllabus | null): ShelvedSyllabus | null {
  if (text === null) return null;
  const reader = (): FileReading<Syllabus> => {
    const { syllabus, problems } = readSyllabus(text, path);
    return { value: syllabus, problems };
  };
  return { text, file: kept(before?.file, before?.text === text, reader) };
}

function shelved(files: UnitFiles, before: ShelvedUnit | undefined): ShelvedUnit {
  const samePictures = before?.files.images.join() === files.images.join();
  const deck = (lang: Lang): LastGood<Deck> | null => {
    const text = files.decks[lang];
    if (text === null) return null;
    const isSame = samePictures && before?.files.decks[lang] === text;
    return kept(before?.decks[lang], isSame, () => deckReading(files, lang, text));
  };
  const unit = kept(before?.unit, before?.files.unit === files.unit, () => unitReading(files));
  return { files, unit, decks: { fr: deck('fr'), en: deck('en') } };
}

function kept<T>(before: LastGood<T> | null | undefined, isSame: boolean, reader: () => FileReading<T>): LastGood<T> {
  if (!before) return new LastGood(reader);
  return isSame ? before : before.followedBy(reader);
}

function unitReading(files: UnitFiles): FileReading<Unit> {
  const { unit, problems } = readUnit(files.unit, `${files.path}/unit.yaml`, files);
  return { value: unit, problems };
}

function deckReading(files: UnitFiles, lang: Lang, text: string): FileReading<Deck> {
  const { deck, problems } = readDeck(text, {
    file: `${files.path}/deck.${lang}.md`,
    lang,
    unit: files.key,
    images: new Set(files.images),
  });
  return { value: deck, problems };
}
