import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localised.js';
import { Database } from '../database/database.js';

/** The work that is done after the answer. A job may run more than once: its task must come to the same result. */
export interface Jobs {
  'send-mail': { readonly mailId: string };
  /** Looks through the outbox for what is due: what could not be sent before, and what a process left lying. */
  'send-due-mail': Readonly<Record<string, never>>;
  'index-search': Readonly<Record<string, never>>;
  'send-reminders': Readonly<Record<string, never>>;
  /** Publishes every announcement whose date has come. */
  'publish-announcements': Readonly<Record<string, never>>;
  /** Prints one deck in one language, where that is still wanted. */
  'build-deck-pdf': { readonly unit: string; readonly lang: Lang };
  /** Asks for the decks that have no file yet; for those that failed too where something may have changed. */
  'ask-for-deck-pdfs': { readonly retry?: 'failed' };
}
export type JobName = keyof Jobs;

export interface Job<N extends JobName> {
  readonly payload: Jobs[N];
  readonly key: string;
  /** Not before then; at once when left out. */
  readonly runAt?: Date;
  /** Jobs of one queue are done one after the other, whatever the number of processes. */
  readonly queue?: string;
  /** Ten when left out. */
  readonly tries?: number;
}

@Injectable()
export class JobQueue {
  constructor(private readonly database: Database) {}

  /** Adds jobs in the running transaction: they exist only if it commits. A job with the same key replaces the one that waits. */
  async add<N extends JobName>(name: N, jobs: readonly Job<N>[]): Promise<void> {
    if (jobs.length === 0) return;
    const column = (pick: (job: Job<N>) => unknown): unknown[] => jobs.map(pick);
    await this.database.query(
      `SELECT graphile_worker.add_job($1, payload := job.payload, job_key := job.key, run_at := job.run_at, queue_name := job.queue, max_attempts := job.tries)
       FROM unnest($2::json[], $3::text[], $4::timestamptz[], $5::text[], $6::int[]) AS job (payload, key, run_at, queue, tries)`,
      [
        name,
        ...[column(({ payload }) => JSON.stringify(payload)), column(({ key }) => key), column(({ runAt }) => runAt ?? null)],
        ...[column(({ queue }) => queue ?? null), column(({ tries }) => tries ?? 10)],
      ],
    );
  }

  /**
   * Gives back what a process took and did not finish within that time: killed, it left its job and the job’s queue taken,
   * and the queue itself would wait four hours for it. For tasks that end by themselves much sooner.
   */
  async freeAbandoned(name: JobName, minutes: number): Promise<void> {
    await this.database.query(
      `SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM graphile_worker.jobs
       WHERE task_identifier = $1 AND locked_at < now() - make_interval(mins => $2) HAVING count(*) > 0`,
      [name, minutes],
    );
  }
}
