import type pg from 'pg';
import { DataSource } from 'typeorm';
import type { TestApp } from './test-app.js';

/** The SQL statements that the application sends while something is done, of whichever connection. */
export async function statementsDuring(app: Pick<TestApp, 'nest'>, work: () => Promise<unknown>): Promise<string[]> {
  const pool = (app.nest.get(DataSource).driver as unknown as { master: pg.Pool & { Client: typeof pg.Client } }).master;
  const prototype = pool.Client.prototype as { query: (...given: unknown[]) => unknown };
  const { query } = prototype;
  const seen: string[] = [];
  prototype.query = function (this: unknown, ...given: unknown[]): unknown {
    const [first] = given;
    seen.push(typeof first === 'string' ? first : String((first as { text?: string }).text));
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return seen;
}
