import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';

@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly source: DataSource) {}

  /** The repository of the running transaction, or of the pool when there is none. */
  of<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.manager.getRepository(entity);
  }

  /** Rows of a hand-written statement, inside the running transaction if there is one. Columns come back as the SQL names them. */
  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, [...values]);
    return rowsOf<Row>(result);
  }

  /** How many rows a hand-written UPDATE or DELETE touched: 0 where the version it names is no longer the newest. */
  async change(sql: string, values: readonly unknown[] = []): Promise<number> {
    const [, touched] = (await this.manager.query(sql, [...values])) as [unknown, number];
    return touched;
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

  private get manager(): EntityManager {
    return this.current.getStore() ?? this.source.manager;
  }
}

/** TypeORM answers `[rows, count]` for UPDATE and DELETE … RETURNING, and the rows alone for the rest. */
const rowsOf = <Row>(result: unknown): Row[] =>
  Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number'
    ? (result[0] as Row[])
    : (result as Row[]);
