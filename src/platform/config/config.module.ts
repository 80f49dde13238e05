import { type DynamicModule, Module } from '@nestjs/common';
import type { Env } from './env.js';

/** The token under which the settings of this process are injected. */
export const ENV = Symbol('env');

/** Hands the settings that were read at start to whoever asks. It reads nothing itself. */
@Module({})
export class ConfigModule {
  static of(env: Env): DynamicModule {
    return { module: ConfigModule, global: true, providers: [{ provide: ENV, useValue: env }], exports: [ENV] };
  }
}
