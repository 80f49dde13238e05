import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Job, JobType } from './job.js';

/** The call that adds a job, for a statement that does it together with what the job is about; takes the SQL of each. */
export const addingJob = (name: string, payload: string, key: string): string =>
  `graphile_worker.add_job(${name}, payload := ${payload}, job_key := ${key}, max_attempts := ${TRIES})`;

/** How often a job that fails is tried, unless it says otherwise. */
const TRIES = 10;

@Injectable()
export class JobQueue {
  constructor(private readonly database: Database) {}

  /** Adds jobs in the running transaction: they exist only if it commits. A job with the same key replaces the one that waits. */
  async add<P extends object>({ name }: JobType<P>, jobs: readonly Job<NoInfer<P>>[]): Promise<void> {
    if (jobs.length === 0) return;
    const column = (pick: (job: Job<P>) => unknown): unknown[] => jobs.map(pick);
    await this.database.query(
      `SELECT graphile_worker.add_job($1, payload := job.payload, job_key := job.key, run_at := job.run_at, queue_name := job.queue, max_attempts := job.tries)
       FROM unnest($2::json[], $3::text[], $4::timestamptz[], $5::text[], $6::int[]) AS job (payload, key, run_at, queue, tries)`,
      [
        name,
        column(({ payload }) => JSON.stringify(payload)),
        column(({ key }) => key),
        column(({ runAt }) => runAt ?? null),
        column(({ queue }) => queue ?? null),
        column(({ tries }) => tries ?? TRIES),
      ],
    );
  }

  /**
   * Gives back what a process took and did not finish within that time: killed, it left its job and the job’s queue taken,
   * and the queue itself would wait four hours for it. For tasks that end by themselves much sooner.
   */
  async freeAbandoned({ name }: JobType<object>, minutes: number): Promise<void> {
    await this.database.query(
      `SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM graphile_worker.jobs
       WHERE task_identifier = $1 AND locked_at < now() - make_interval(mins => $2) HAVING count(*) > 0`,
      [name, minutes],
    );
  }
}
