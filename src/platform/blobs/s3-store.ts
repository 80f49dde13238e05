import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { StoreUnreachable } from './blobs.errors.js';
import type { BucketAddress } from './bucket-address.js';
import type { BlobStore } from './store.js';

const ATTEMPTS = 3;
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** In a bucket of any service that speaks S3. The bucket checks the hash on arrival: a file that was bent on the way is not taken. */
export class S3Store implements BlobStore {
  private client: Promise<S3Client> | undefined;

  constructor(private readonly bucket: BucketAddress) {}

  /** @throws StoreUnreachable */
  async keep(waiting: string, sha256: string, size: number): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.put(waiting, sha256, size);
        break;
      } catch (error) {
        if (attempt === ATTEMPTS) throw new StoreUnreachable(error);
      }
    }
    await rm(waiting, { force: true });
  }

  open(sha256: string): Readable {
    const bytes = new PassThrough();
    this.get(sha256).then(
      (body) => pipeline(body, bytes).catch(() => undefined),
      (error: unknown) => bytes.destroy(error as Error),
    );
    return bytes;
  }

  /** @throws StoreUnreachable */
  async has(sha256: string): Promise<boolean> {
    const { HeadObjectCommand, NotFound } = await import('@aws-sdk/client-s3');
    try {
      await (await this.connected()).send(new HeadObjectCommand(this.objectOf(sha256)));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw new StoreUnreachable(error);
    }
  }

  private async put(waiting: string, sha256: string, size: number): Promise<void> {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3');
    const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
    const Body = createReadStream(waiting);
    try {
      await (await this.connected()).send(new PutObjectCommand({ ...this.objectOf(sha256), Body, ContentLength: size, ChecksumSHA256 }));
    } finally {
      Body.destroy();
    }
  }

  private async get(sha256: string): Promise<Readable> {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const { Body } = await (await this.connected()).send(new GetObjectCommand(this.objectOf(sha256)));
    return Body as Readable;
  }

  private readonly objectOf = (sha256: string) => ({ Bucket: this.bucket.bucket, Key: `${this.bucket.prefix}${sha256}` });

  /** Loaded when the first file comes or goes: most installations keep files on the disk and never need it. */
  private connected(): Promise<S3Client> {
    this.client ??= import('@aws-sdk/client-s3').then(
      ({ S3Client }) =>
        new S3Client({
          ...this.bucket.client,
          forcePathStyle: true,
          // A stream is sent once; `keep` begins again with a fresh one.
          maxAttempts: 1,
          // What fails is told by what is thrown.
          logger: SILENT,
          requestChecksumCalculation: 'WHEN_REQUIRED',
          responseChecksumValidation: 'WHEN_REQUIRED',
        }),
    );
    return this.client;
  }
}
