import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import { isSilence } from './failures.js';
import { StatementNames } from './statement-names.js';

@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<EntityManager>();
  private readonly names = new StatementNames();

  constructor(private readonly source: DataSource) {}

  /** The repository of the running transaction, or of the pool when there is none. */
  of<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return (this.current.getStore() ?? this.source.manager).getRepository(entity);
  }

  /** Rows of a hand-written statement, inside the running transaction if there is one. Columns come back as the SQL names them. */
  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.run(sql, values);
    return rows as Row[];
  }

  /** How many rows a hand-written UPDATE or DELETE touched: 0 where the version it names is no longer the newest. */
  async change(sql: string, values: readonly unknown[] = []): Promise<number> {
    const { rowCount } = await this.run(sql, values);
    return rowCount ?? 0;
  }

  /** Joins the running transaction if there is one, so services may call each other freely. */
  transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) return work();
    return this.source.transaction((manager) => this.current.run(manager, work));
  }

  /** The database's clock, which decides deadlines. Inside a transaction it stands still at its beginning. */
  async now(): Promise<Date> {
    const [row] = await this.query<{ now: Date }>('SELECT now() AS now');
    return row!.now;
  }

  /** Straight to the driver, and prepared once on each connection: a page asks the same few statements again and again. */
  private async run(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const name = this.names.of(text);
    const client = await this.clientOfTransaction();
    try {
      return await (client ?? this.pool).query({ text, values: [...values], ...(name && { name }) });
    } catch (error) {
      // The transaction is lost, and its end would wait as long again: the pool lets go of such a connection by itself.
      if (isSilence(error)) await client?.end();
      throw error;
    }
  }

  private async clientOfTransaction(): Promise<pg.Client | undefined> {
    return (await this.current.getStore()?.queryRunner?.connect()) as pg.Client | undefined;
  }

  private get pool(): pg.Pool {
    return (this.source.driver as unknown as { master: pg.Pool }).master;
  }
}
