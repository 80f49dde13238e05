import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Logger as WorkerLogger, type Runner, run, runOnce, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import type { JobName, Jobs } from './job-queue.js';

type Task<N extends JobName> = (payload: Jobs[N]) => Promise<void>;

/** Runs the queue in this process, beside the server. A failed job is tried again, up to ten times, later and later. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly tasks: TaskList = {};
  private runner: Runner | undefined;

  constructor(private readonly source: DataSource) {
    // A connection that breaks while it waits for news says so as an event; unheard, that event would end the process.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Rooms register the tasks they know how to do, when they are made. */
  register<N extends JobName>(name: N, task: Task<N>): void {
    this.tasks[name] = (payload) => task(payload as Jobs[N]);
  }

  async start(): Promise<void> {
    this.runner = await run({
      pgPool: this.pool,
      taskList: this.tasks,
      concurrency: 2,
      pollInterval: 2_000,
      noHandleSignals: true,
      logger: quiet,
    });
  }

  /** Does what is waiting and comes back: for tests and the command line. */
  async drain(): Promise<void> {
    await runOnce({ pgPool: this.pool, taskList: this.tasks, noHandleSignals: true, logger: quiet });
  }

  /** Before the connections close, which a running job still needs. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
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
