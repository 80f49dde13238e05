import { Inject, Injectable } from '@nestjs/common';
import { AssignmentLibrary, daysLate } from '../../assignments/index.js';
import { ENV } from '../../platform/config/config.module.js';
import type { Env } from '../../platform/config/env.js';
import { Database } from '../../platform/database/database.js';
import { defineJob } from '../../platform/jobs/job.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { submissionAt } from '../addresses.js';
import { receiptMails } from './receipt-mail.js';
import { ReceiptsQueries } from './receipts.queries.js';

/** Tells the members of a team that one attempt was handed in. The job is added with the attempt, or not at all. */
export const WRITE_RECEIPT = defineJob<{ readonly submissionId: string }>('write-receipt');

/** Gives back the receipts that a killed process had begun. */
const FREE_RECEIPTS = defineJob('free-receipts');
/** Writing one takes a moment. */
const ABANDONED_MINUTES = 2;

/** Writes the receipt of an attempt to everybody who was in its team then, after the answer: nobody waits for letters. */
@Injectable()
export class Receipts {
  constructor(
    private readonly database: Database,
    private readonly queries: ReceiptsQueries,
    private readonly library: AssignmentLibrary,
    private readonly mail: MailService,
    @Inject(ENV) private readonly env: Env,
    jobs: JobQueue,
    runner: JobRunner,
  ) {
    runner.register(WRITE_RECEIPT, ({ submissionId }) => this.write(submissionId));
    runner.repeat(FREE_RECEIPTS, '* * * * *', () => jobs.freeAbandoned(WRITE_RECEIPT, ABANDONED_MINUTES));
  }

  /** May be done again: a letter is written once. */
  async write(submissionId: string): Promise<void> {
    const { assignment, stage: key, slug, members, ...facts } = await this.queries.read(submissionId);
    const stage = this.library.find(assignment)?.spec.stages.find((spec) => spec.key === key);
    // Tried again: the files may be on their way back, and the receipt is owed.
    if (!stage) throw new Error(`The receipt of ${submissionId} waits for the words of ${assignment}, ${key}.`);
    const late = daysLate(facts.handedInAt, facts.dueAt, facts.zone);
    const address = this.env.PUBLIC_URL + submissionAt(slug, submissionId);
    const letters = receiptMails({ ...facts, submissionId, stage, daysLate: late, address }, members);
    await this.database.transaction(() => this.mail.write(letters));
  }
}
