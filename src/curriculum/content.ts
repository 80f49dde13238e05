import { createHash } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { ContentProblem } from '../kernel/content-problem.js';
import { type Lang, otherLang } from '../kernel/localised.js';
import type { Deck, DeckLength } from '../decks/index.js';
import { CachedFile, cachedUnit, type CachedUnit, type ContentSource, problemsOf, sourceIn, type UnitFileName } from './unit-cache.js';
import { readGlossary, type Term } from './study/glossary-file.js';
import type { SelfCheck } from './study/self-check/self-check-file.js';
import type { Workshop } from './study/workshop-file.js';
import { readSyllabus, type Syllabus } from './syllabus-file.js';
import type { Unit } from './unit-file.js';
import { courseFileIn, unitFilesIn } from './unit-files.js';

/** Editors write a file in several movements: it is read once they are over. */
const SETTLED_MS = 120;

/** What is taught, as `slides/` says it. Read at start and after each change; a file with a mistake leaves its last good version standing. */
@Injectable()
export class CurriculumContent implements OnModuleInit, OnModuleDestroy {
  private cache: ReadonlyMap<string, CachedUnit> = new Map();
  private readonly course = new CachedFile<Syllabus>();
  private readonly glossary = new CachedFile<readonly Term[]>();
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
    return this.course.value;
  }

  /** In their order. */
  units(): Unit[] {
    const units = [...this.cache.values()].map(({ unit }) => unit.value).filter((unit) => unit !== null);
    return units.sort((a, b) => a.number - b.number);
  }

  unit(key: string): Unit | null {
    return this.cache.get(key)?.unit.value ?? null;
  }

  /** The deck in this language; where it is not written, in the other, as its `lang` then says; `null` where neither is. */
  deck(key: string, lang: Lang): Deck | null {
    const decks = this.cache.get(key)?.decks;
    return decks?.[lang]?.value ?? decks?.[otherLang(lang)]?.value ?? null;
  }

  /** How long that deck is, known without making its slides. */
  deckLength(key: string, lang: Lang): DeckLength | null {
    const lengths = this.cache.get(key)?.lengths;
    return lengths?.[lang] ?? lengths?.[otherLang(lang)] ?? null;
  }

  selfCheck(key: string): SelfCheck | null {
    return this.cache.get(key)?.selfCheck?.value ?? null;
  }

  workshop(key: string): Workshop | null {
    return this.cache.get(key)?.workshop?.value ?? null;
  }

  /** The glossary, as its file orders it. */
  terms(): readonly Term[] {
    return this.glossary.value ?? [];
  }

  termsOf(key: string): readonly Term[] {
    return this.terms().filter(({ units }) => units.includes(key));
  }

  /** Changes with any file of the unit: for whoever keeps what was made of them. */
  fingerprintOf(key: string): string {
    return createHash('sha256')
      .update(JSON.stringify(this.cache.get(key)?.files ?? null))
      .digest('base64url');
  }

  /** Where a part of what a unit holds is written, and what is wrong there: for the teaching team. */
  sourceOf(key: string, name: UnitFileName): ContentSource | null {
    const unit = this.cache.get(key);
    return unit ? sourceIn(unit, name) : null;
  }

  glossarySource(): ContentSource {
    return { file: `${basename(this.folder)}/glossary.yaml`, problems: this.glossary.problems };
  }

  /** Where a unit’s picture lies on the disk, if it has one of that name. */
  picture(key: string, name: string): string | null {
    const files = this.cache.get(key)?.files;
    return files?.images.includes(name) ? join(this.folder, basename(files.path), 'images', name) : null;
  }

  /** Every mistake in the files as they are now, for the teaching team. */
  problems(): ContentProblem[] {
    return [...this.course.problems, ...this.glossary.problems, ...[...this.cache.values()].flatMap(problemsOf)];
  }

  /** Calls back after the files were read again: what was made of them is out of date. */
  whenChanged(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Reads the folder again. What did not change is kept as it was read. */
  read(): void {
    const shownAs = basename(this.folder);
    const files = unitFilesIn(this.folder, shownAs);
    this.cache = new Map(files.map((unit) => [unit.key, cachedUnit(unit, this.cache.get(unit.key))]));
    this.course.take(courseFileIn(this.folder, 'course.yaml'), '', (text) => {
      const { syllabus, problems } = readSyllabus(text, `${shownAs}/course.yaml`);
      return { value: syllabus, problems };
    });
    const keys = new Set(this.cache.keys());
    const units = [...keys].join();
    this.glossary.take(courseFileIn(this.folder, 'glossary.yaml'), units, (text) => readGlossary(text, `${shownAs}/glossary.yaml`, keys));
  }

  /** One watcher a folder: so it hears of files written, renamed over and removed, on every system. */
  private watch(): void {
    for (const watcher of this.watchers.splice(0)) watcher.close();
    const folders = [...this.cache.values()].map(({ files }) => join(this.folder, basename(files.path)));
    for (const folder of [this.folder, ...folders, ...folders.map((unit) => join(unit, 'images'))]) this.watchFolder(folder);
  }

  private watchFolder(folder: string): void {
    const readSoon = (): void => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.readAgain(), SETTLED_MS).unref();
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
