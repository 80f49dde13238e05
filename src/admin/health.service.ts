import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** A database that takes longer than this leaves every page waiting. */
const PATIENCE_MS = 2_000;

@Injectable()
export class Health {
  constructor(private readonly database: Database) {}

  async databaseAnswers(): Promise<boolean> {
    const isOver = new AbortController();
    const answer = this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const silence = wait(PATIENCE_MS, false, { signal: isOver.signal }).catch(() => false);
    const answers = await Promise.race([answer, silence]);
    isOver.abort();
    return answers;
  }
}
