import { Global, Module } from '@nestjs/common';
import { Blobs } from './blobs.js';

/** Keeps files by their hash. Names, owners and rights belong to the rooms that refer to them. */
@Global()
@Module({ providers: [Blobs], exports: [Blobs] })
export class BlobsModule {}
