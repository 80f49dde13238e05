import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Blobs } from '../../platform/blobs/blobs.js';
import type { Env } from '../../platform/config/env.js';
import { Database } from '../../platform/database/database.js';
import { openDatabase } from '../../platform/database/open-database.js';
import { type OpenDatabase, reachDatabase, type ReadyEnv } from '../../platform/database/reach-database.js';
import { connection } from '../../platform/database/options.js';
import type { Installation } from '../doctor/fact.js';
import { explainDatabase } from '../server/explain.js';
import { Lifetime } from '../server/lifetime.js';
import type { CreateApp } from '../server/begin.js';

/** What a command works on: opened when it first asks, closed when it is done. A server that runs beside it is not disturbed. */
export class CommandContext {
  private readonly lifetime = new Lifetime();

  constructor(
    private readonly env: Env,
    private readonly createApp: CreateApp,
  ) {}

  /** The rooms and their services, over a database with this program's schema. */
  async application(): Promise<INestApplicationContext> {
    const { env } = await this.open(openDatabase);
    const app = await this.createApp(env);
    this.lifetime.onEnd(() => app.close());
    return app;
  }

  /** The tables and the files alone, of whatever version they are. */
  async installation(): Promise<Installation & { readonly env: ReadyEnv }> {
    const { env } = await this.open(reachDatabase);
    const { database, blobs } = await this.connect(env);
    return { database, blobs, env };
  }

  /** The same, with this program's schema. */
  async migrated(): Promise<Installation & { readonly env: ReadyEnv }> {
    const { env } = await this.open(openDatabase);
    const { database, blobs } = await this.connect(env);
    return { database, blobs, env };
  }

  close(): Promise<void> {
    return this.lifetime.end();
  }

  async reach(): Promise<ReadyEnv> {
    return (await this.open(reachDatabase)).env;
  }

  private async open(how: (env: Env) => Promise<OpenDatabase>): Promise<OpenDatabase> {
    const opened = await how(this.env).catch((error: unknown) => {
      throw explainDatabase(error);
    });
    this.lifetime.onEnd(opened.leave);
    return opened;
  }

  private async connect(env: ReadyEnv): Promise<Installation> {
    const source = await new DataSource(connection(env.DATABASE_URL)).initialize();
    this.lifetime.onEnd(() => source.destroy());
    const database = new Database(source);
    return { database, blobs: new Blobs(database, env) };
  }
}
