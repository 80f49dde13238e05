import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/**
 * Lets the rooms act in the past, so that a class that began today has five weeks behind it. The rooms ask the database
 * what time it is; in here, and only until this transaction ends, the database answers with the moment that was set.
 * Nothing of it is left behind, and no room offers it.
 */
@Injectable()
export class ClockOverride {
  constructor(private readonly database: Database) {}

  /** Everything inside is one transaction: a class that could not be finished was never begun. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      await this.database.query('CREATE SCHEMA past');
      for (const clock of ['now', 'clock_timestamp', 'statement_timestamp']) await this.database.query(standIn(clock));
      await this.database.query(`SELECT set_config('search_path', 'past, pg_catalog, public', true)`);
      const result = await work();
      await this.database.query(`SELECT set_config('search_path', 'public', true)`);
      await this.database.query('DROP SCHEMA past CASCADE');
      return result;
    });
  }

  async at<T>(moment: Date, work: () => Promise<T>): Promise<T> {
    await this.set(moment.toISOString());
    const result = await work();
    await this.set('');
    return result;
  }

  private async set(moment: string): Promise<void> {
    await this.database.query(`SELECT set_config('past.moment', $1, true)`, [moment]);
  }
}

/** A clock of the database's own name, found before it by whoever asks without naming a schema; where no moment is set, the one that was found before. */
const standIn = (clock: string): string => `
  CREATE FUNCTION past.${clock}() RETURNS timestamptz LANGUAGE sql STABLE
  RETURN coalesce(nullif(pg_catalog.current_setting('past.moment', true), '')::timestamptz, ${clock}())`;
