import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { ENV } from '../config/config.module.js';
import type { Env } from '../config/env.js';

const CHANNEL = 'attrait_live';
const RETRY_MS = [100, 500, 2_000, 5_000];

export interface NewsListener {
  readonly heard: (news: string) => void;
  /** The line was cut and is there again: what was said meanwhile was not heard. */
  readonly missed: () => void;
}

/** News between processes, over one connection of its own that is opened when it is first needed. */
@Injectable()
export class PostgresNews implements OnModuleDestroy {
  private opening: Promise<pg.Client> | null = null;
  private listener: NewsListener | null = null;
  private isOver = false;

  constructor(@Inject(ENV) private readonly env: Env) {}

  /** @throws when the database cannot be reached. */
  async listen(listener: NewsListener): Promise<void> {
    this.listener = listener;
    await this.client();
  }

  /** Outside any transaction: a NOTIFY inside one makes its commit wait for all others. */
  async tell(news: string): Promise<void> {
    await (await this.client()).query('SELECT pg_notify($1, $2)', [CHANNEL, news]);
  }

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    await (await this.opening?.catch(() => null))?.end().catch(() => undefined);
  }

  private client(): Promise<pg.Client> {
    return (this.opening ??= this.open().catch((error: unknown) => {
      this.opening = null;
      throw error;
    }));
  }

  private async open(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.env.DATABASE_URL!, connectionTimeoutMillis: 15_000, keepAlive: true });
    client.on('notification', ({ payload }) => this.listener?.heard(payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', () => void this.openAgain(client));
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    return client;
  }

  /** As long as somebody listens. Nothing is lost for good: whoever watches asks for the present state. */
  private async openAgain(ended: pg.Client): Promise<void> {
    if (this.isOver || !(await this.opening?.then((client) => client === ended).catch(() => false))) return;
    this.opening = null;
    for (let tries = 0; this.listener && !this.isOver; tries += 1) {
      await wait(RETRY_MS[Math.min(tries, RETRY_MS.length - 1)], undefined, { ref: false });
      if (await this.client().catch(() => null)) return this.listener.missed();
    }
  }
}
