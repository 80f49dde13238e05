import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** The work that is done after the answer. A job may run more than once: its task must come to the same result. */
export interface Jobs {
  'send-mail': { readonly mailId: string };
}
export type JobName = keyof Jobs;

@Injectable()
export class JobQueue {
  constructor(private readonly database: Database) {}

  /** Adds jobs in the running transaction: they exist only if it commits. A job with the same key replaces the one that waits. */
  async add<N extends JobName>(name: N, jobs: readonly { readonly payload: Jobs[N]; readonly key: string }[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.database.query(
      `SELECT graphile_worker.add_job($1, payload := job.payload, job_key := job.key, max_attempts := 10)
       FROM unnest($2::json[], $3::text[]) AS job (payload, key)`,
      [name, jobs.map(({ payload }) => JSON.stringify(payload)), jobs.map(({ key }) => key)],
    );
  }
}
