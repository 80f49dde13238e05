import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENV } from '../config/config.module.js';
import type { Env } from '../config/env.js';
import { Database } from './database.js';
import { connection } from './options.js';

/** The one connection pool, and nothing of what is kept in it. Each room registers its own entities with `TypeOrmModule.forFeature`. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [ENV],
      useFactory: (env: Env) => ({ ...connection(env.DATABASE_URL!), autoLoadEntities: true, retryAttempts: 2 }),
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
