import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** A database that takes longer than this leaves every page waiting. */
const PATIENCE_MS = 2_000;

@Injectable()
export class Health {
  constructor(private readonly database: Database) {}

  /** Whether it answers, and takes writes: one that another has replaced only reads. */
  async databaseWorks(): Promise<boolean> {
    const isOver = new AbortController();
    const answer = this.database.query<{ writes: boolean }>(`SELECT current_setting('transaction_read_only') = 'off' AS writes`).then(
      ([row]) => row!.writes,
      () => false,
    );
    const silence = wait(PATIENCE_MS, false, { signal: isOver.signal }).catch(() => false);
    const answers = await Promise.race([answer, silence]);
    isOver.abort();
    return answers;
  }
}
