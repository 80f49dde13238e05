import { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Lang } from '../../../kernel/localised.js';
import { Blobs } from '../../../platform/blobs/blobs.js';
import { defineJob } from '../../../platform/jobs/job.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { Chromium } from './chromium.js';
import type { DeckPrint } from './deck-print.js';
import { DeckPdfsQueries, type DeckVersion } from './deck-pdfs.queries.js';
import { DeckVersions } from './deck-versions.js';
import { printDeck } from './print-deck.js';
import { pdfStateOf } from './pdf-state.js';

/** Prints one deck in one language, where that is still wanted. */
export const BUILD_DECK_PDF = defineJob<{ readonly unit: string; readonly lang: Lang }>('build-deck-pdf');

const MOST_BYTES = 100 * 1024 * 1024;

/** Does the jobs that ask for a deck’s file. */
@Injectable()
export class DeckPrinter implements OnModuleDestroy {
  private readonly closing = new AbortController();

  constructor(
    private readonly versions: DeckVersions,
    private readonly queries: DeckPdfsQueries,
    private readonly blobs: Blobs,
    private readonly chromium: Chromium,
    runner: JobRunner,
  ) {
    runner.register(BUILD_DECK_PDF, ({ unit, lang }) => this.build(unit, lang));
  }

  /** A server that is told to stop does not wait for a deck: its job is tried again. */
  onModuleDestroy(): void {
    this.closing.abort();
  }

  /** Safe to run twice: what was made since it was asked for is not made again. */
  private async build(unit: string, lang: Lang): Promise<void> {
    const [print, browser] = [await this.versions.print(unit, lang), await this.chromium.find()];
    if (!print || !browser) return;
    const version = { unit, lang, hash: print.hash };
    const record = (await this.queries.find([version])).get(version);
    // Never asked for: the files have changed since, and another job was added for what they say now.
    if (!record || pdfStateOf(record, 'has a browser').state === 'made') return;
    await this.make(browser, version, print.printable);
  }

  private async make(browser: string, version: DeckVersion, printable: DeckPrint['printable']): Promise<void> {
    try {
      const pdf = await printDeck(browser, printable, this.closing.signal);
      const { sha256 } = await this.blobs.receive(Readable.from([pdf]), MOST_BYTES);
      await this.queries.keep(version, sha256, printable.pages);
    } catch (error) {
      if (!this.closing.signal.aborted) await this.queries.noteFailure(version, reasonOf(error));
      throw error;
    }
  }
}

/** Its first line: what follows is for whoever wrote the browser’s driver, in colours. */
const reasonOf = (error: unknown): string => (String(error).split('\n')[0] ?? '').replace(/\p{Cc}\[\d+m/gu, '').slice(0, 300);
