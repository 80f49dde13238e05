import { Injectable } from '@nestjs/common';
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
}
export type JobName = keyof Jobs;

export interface Job<N extends JobName> {
  readonly payload: Jobs[N];
  readonly key: string;
  /** Not before then; at once when left out. */
  readonly runAt?: Date;
}

@Injectable()
export class JobQueue {
  constructor(private readonly database: Database) {}

  /** Adds jobs in the running transaction: they exist only if it commits. A job with the same key replaces the one that waits. */
  async add<N extends JobName>(name: N, jobs: readonly Job<N>[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.database.query(
      `SELECT graphile_worker.add_job($1, payload := job.payload, job_key := job.key, run_at := job.run_at, max_attempts := 10)
       FROM unnest($2::json[], $3::text[], $4::timestamptz[]) AS job (payload, key, run_at)`,
      [name, jobs.map(({ payload }) => JSON.stringify(payload)), jobs.map(({ key }) => key), jobs.map(({ runAt }) => runAt ?? null)],
    );
  }
}
