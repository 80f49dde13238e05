import { EventEmitter } from 'node:events';
import type { DataSource } from 'typeorm';
import { defineJob } from './job.js';
import { JobRunner } from './job-runner.js';

describe('the job runner', () => {
  it('refuses a second task for a job of the same name, so that no room takes another’s work', () => {
    const runner = new JobRunner({ driver: { master: new EventEmitter() } } as unknown as DataSource);
    runner.register(defineJob('count'), () => Promise.resolve());

    expect(() => runner.repeat(defineJob('count'), '* * * * *', () => Promise.resolve())).toThrow('count');
  });
});
