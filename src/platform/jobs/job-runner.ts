import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import {
  type CronItem,
  Logger as WorkerLogger,
  parseCronItems,
  type Runner,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import type { JobType } from './job.js';

type Task<P extends object> = (payload: P) => Promise<void>;

/** A round that fell into a time when nothing ran is made up for once, not as often as it was missed. */
const MADE_UP_FOR_MS = 60 * 60 * 1000;
/** Between two tries to work on again after the database was away. */
const PAUSE_MS = 2_000;

/** Runs the queue in this process, beside the server. A failed job is tried again, up to ten times, later and later. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly tasks: TaskList = {};
  private readonly rounds: CronItem[] = [];
  private readonly beginnings: (() => Promise<void>)[] = [];
  private runner: Runner | undefined;
  /** Names of workers of this process that may still hold jobs. */
  private workers: string[] = [];
  private isEnding = false;

  constructor(private readonly source: DataSource) {
    // The connections that were there before are heard as well (`options.ts`); the library looks for this and warns without it.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Rooms register the tasks they know how to do, when they are made. Two under one name are a mistake in the program: throws. */
  register<P extends object>({ name }: JobType<P>, task: Task<NoInfer<P>>): void {
    if (this.tasks[name]) throw new Error(`Two tasks are registered for the job ${name}.`);
    this.tasks[name] = (payload) => task(payload as P);
  }

  /** A task that is also done again and again, once for all processes: `match` is a crontab's five fields, in UTC. */
  repeat<P extends object>(job: JobType<P>, match: string, task: Task<NoInfer<P>>): void {
    this.register(job, task);
    const { name } = job;
    this.rounds.push({ task: name, match, options: { backfillPeriod: MADE_UP_FOR_MS, jobKey: `round:${name}`, maxAttempts: 3 } });
  }

  /** Calls once the queue is worked on in this process: for work that a start brings with it. Every process calls. */
  whenStarted(begin: () => Promise<void>): void {
    this.beginnings.push(begin);
  }

  async start(): Promise<void> {
    await this.work();
    await Promise.all(this.beginnings.map((begin) => begin()));
  }

  private async work(): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    events.on('worker:create', ({ worker }) => void this.workers.push(worker.workerId));
    this.runner = await run({
      pgPool: this.pool,
      taskList: this.tasks,
      parsedCronItems: parseCronItems(this.rounds),
      concurrency: 2,
      pollInterval: 2_000,
      noHandleSignals: true,
      logger: quiet,
      events,
    });
    this.runner.promise.catch(() => this.workAgain());
  }

  /** The queue gives up where it cannot note that a job has ended: the database was away. What its workers held is free again. */
  private async workAgain(): Promise<void> {
    while (!this.isEnding) {
      await wait(PAUSE_MS, undefined, { ref: false });
      try {
        await this.pool.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [this.workers]);
        this.workers = [];
        return await this.work();
      } catch (error) {
        log.warn(`The queue is not worked on yet: ${(error as Error).message}`);
      }
    }
  }

  /** Does what is waiting and comes back: for tests and the command line. */
  async drain(): Promise<void> {
    await runOnce({ pgPool: this.pool, taskList: this.tasks, noHandleSignals: true, logger: quiet });
  }

  /** Before the connections close, which a running job still needs. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    // One that has given up already has nothing left to stop.
    await this.runner?.stop().catch(() => undefined);
  }

  private get pool(): pg.Pool {
    return (this.source.driver as unknown as { master: pg.Pool }).master;
  }
}

const log = new Logger('Jobs');
/** Only what failed: the queue tells of every step it takes. */
const quiet = new WorkerLogger(() => (level, message) => {
  if (level === 'error') log.error(message);
});
