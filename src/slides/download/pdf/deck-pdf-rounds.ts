import { Injectable, Logger } from '@nestjs/common';
import { defineJob } from '../../../platform/jobs/job.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { CurriculumContent } from '../../../curriculum/index.js';
import { DeckPdfs } from './deck-pdfs.service.js';

/** Asks for the decks that have no file yet; for those that failed too where something may have changed. */
const ASK_FOR_DECK_PDFS = defineJob<{ readonly retry?: 'failed' }>('ask-for-deck-pdfs');

/** Keeps the files up with the decks while a server runs: at its start, after each change of a file, and every ten minutes. */
@Injectable()
export class DeckPdfRounds {
  constructor(
    private readonly content: CurriculumContent,
    private readonly jobs: JobQueue,
    pdfs: DeckPdfs,
    runner: JobRunner,
  ) {
    runner.repeat(ASK_FOR_DECK_PDFS, '*/10 * * * *', ({ retry }) => pdfs.askForMissing(retry ? ['waiting', retry] : ['waiting']));
  }

  /** For the first process alone. What failed before is tried again: the machine may have another browser now. */
  async begin(): Promise<void> {
    this.content.whenChanged(() => {
      this.ask().catch((error: unknown) => new Logger('DeckPdfs').error(String(error)));
    });
    await this.ask('failed');
  }

  /** As a job, since it takes finding a browser and rendering every deck once. */
  private ask(retry?: 'failed'): Promise<void> {
    return this.jobs.add(ASK_FOR_DECK_PDFS, [{ payload: retry ? { retry } : {}, key: 'ask-for-deck-pdfs' }]);
  }
}
