import { Injectable } from '@nestjs/common';
import type { Lang } from '../../../kernel/localised.js';
import { Database } from '../../../platform/database/database.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import type { Unit } from '../../../curriculum/index.js';
import { Chromium } from './chromium.js';
import { DeckPdfsQueries } from './deck-pdfs.queries.js';
import { BUILD_DECK_PDF } from './deck-printer.js';
import { type CurrentDeck, DeckVersions } from './deck-versions.js';
import { type PdfState, pdfStateOf } from './pdf-state.js';

/** Printing gives up after two minutes: whoever holds a deck longer is no more. */
const ABANDONED_MINUTES = 5;
/** One at a time, so that a small machine goes on answering. */
const QUEUE = 'deck-pdf';

export interface DeckPdf extends PdfState {
  readonly unit: Unit;
  readonly lang: Lang;
}

/** The decks as PDF files, made ahead of time. What a deck no longer looks like keeps its file: it may look so again. */
@Injectable()
export class DeckPdfs {
  constructor(
    private readonly versions: DeckVersions,
    private readonly queries: DeckPdfsQueries,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly chromium: Chromium,
  ) {}

  /** All decks there are, in the order of the course. */
  async list(): Promise<DeckPdf[]> {
    const versions = await this.versions.list();
    const [records, browser] = await Promise.all([this.queries.find(versions), this.chromium.find()]);
    const machine = browser ? 'has a browser' : 'has none';
    return versions.map((version) => ({ unit: version.of, lang: version.lang, ...pdfStateOf(records.get(version), machine) }));
  }

  /** Makes every file anew; those that stand are served meanwhile. */
  async rebuildAll(): Promise<void> {
    if (await this.chromium.find()) await this.ask(await this.versions.list());
  }

  /** Asks for the files that are missing; for those that failed as well where something has changed that may help. */
  async askForMissing(states: readonly ('waiting' | 'failed')[]): Promise<void> {
    if (!(await this.chromium.find())) return;
    await this.jobs.freeAbandoned(BUILD_DECK_PDF, ABANDONED_MINUTES);
    const versions = await this.versions.list();
    const records = await this.queries.find(versions);
    const isMissing = (version: CurrentDeck): boolean =>
      states.some((state) => state === pdfStateOf(records.get(version), 'has a browser').state);
    await this.ask(versions.filter(isMissing));
  }

  private async ask(versions: readonly CurrentDeck[]): Promise<void> {
    if (versions.length === 0) return;
    await this.database.transaction(async () => {
      await this.queries.ask(versions);
      const jobs = versions.map(({ unit, lang }) => ({ payload: { unit, lang }, key: `deck-pdf:${lang}:${unit}`, queue: QUEUE, tries: 3 }));
      await this.jobs.add(BUILD_DECK_PDF, jobs);
    });
  }
}
