import type pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { ReadableNames } from './naming.js';

/**
 * A connection that breaks says so as an event too; unheard, that event would end the process. Whoever asks by it is told by their
 * statement. From the very first connection on, which is there before anything of ours.
 */
const hearErrors = (client: pg.ClientBase): void => void client.on('error', () => undefined);

/** What the running server, the migration command and the tests must agree on. */
export const connection = (url: string) =>
  ({
    type: 'postgres',
    url,
    namingStrategy: new ReadableNames(),
    synchronize: false,
    poolSize: 10,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    // All in milliseconds. A server that stands still says nothing by itself: the client gives up a little after it should have.
    extra: {
      statement_timeout: 10_000,
      query_timeout: 12_000,
      idle_in_transaction_session_timeout: 30_000,
      connectionTimeoutMillis: 15_000,
      onConnect: hearErrors,
    },
  }) satisfies DataSourceOptions;
