import { Global, Module } from '@nestjs/common';
import { Live } from './live.js';
import { PostgresNews } from './postgres-news.js';

/** Tells whoever watches a topic that it has changed. What a topic means, and who may watch it, is for the room that owns it. */
@Global()
@Module({ providers: [PostgresNews, Live], exports: [Live] })
export class LiveModule {}
