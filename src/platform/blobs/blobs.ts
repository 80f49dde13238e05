import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ENV } from '../config/config.module.js';
import type { Env } from '../config/env.js';
import { Database } from '../database/database.js';
import { FileTooLarge, NoRoomLeft, StoreUnreachable } from './blobs.errors.js';
import { bucketAddress } from './bucket-address.js';
import { DiskStore } from './disk-store.js';
import { S3Store } from './s3-store.js';
import type { BlobStore } from './store.js';

export interface Received {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * Files by the SHA-256 of their content, on disk or in a bucket. A file is durable before its row exists, so a row always has its file.
 * Either way it is written to the disk first, as it arrives: only then is its hash, its name, known.
 */
@Injectable()
export class Blobs {
  private readonly folder: string;
  private readonly store: BlobStore;

  constructor(
    private readonly database: Database,
    @Inject(ENV) env: Env,
  ) {
    this.folder = join(env.DATA_DIR, 'blobs');
    const bucket = env.S3_URL ? bucketAddress(env.S3_URL) : null;
    this.store = bucket ? new S3Store(bucket) : new DiskStore(this.folder);
  }

  /**
   * Stores a stream as it arrives, hashing on the way; never more than a chunk of it is in memory. `accept` may look at the whole file
   * before it is kept, and throw to refuse it.
   * @throws FileTooLarge past `limit` bytes, NoRoomLeft when the disk is full, StoreUnreachable when it takes no writes or the bucket
   * does not answer; none leaves anything behind.
   */
  async receive(stream: Readable, limit: number, accept?: (path: string) => Promise<void>): Promise<Received> {
    const waiting = join(this.folder, 'incoming', randomUUID());
    try {
      await mkdir(dirname(waiting), { recursive: true });
      const received = await write(stream, waiting, limit);
      await accept?.(waiting);
      await this.store.keep(waiting, received.sha256, received.size);
      await this.database.query('INSERT INTO blob (sha256, size) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING', [
        received.sha256,
        received.size,
      ]);
      return received;
    } catch (error) {
      await rm(waiting, { force: true }).catch(() => undefined);
      throw problemOf(error);
    }
  }

  open(sha256: string): Readable {
    return this.store.open(sha256);
  }

  /** What is kept under this name now, read to its end, or null where there is nothing: what `doctor` compares. */
  async inspect(sha256: string): Promise<Received | null> {
    if (!(await this.store.has(sha256))) return null;
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of this.open(sha256)) {
      hash.update(chunk as Buffer);
      size += (chunk as Buffer).length;
    }
    return { sha256: hash.digest('hex'), size };
  }

  /** Uploads that were cut off before that moment and will never be finished: a killed process leaves them. */
  async listAbandoned(before: Date): Promise<string[]> {
    const names = await readdir(join(this.folder, 'incoming')).catch(() => []);
    const paths = names.map((name) => join(this.folder, 'incoming', name));
    const stats = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
    return paths.filter((_, index) => (stats[index]?.mtime ?? before) < before);
  }

  async sweep(before: Date): Promise<void> {
    for (const path of await this.listAbandoned(before)) await rm(path, { force: true });
  }
}

const log = new Logger('Files');
const FULL = new Set(['ENOSPC', 'EDQUOT']);
/** A disk that was made read-only after a fault, or a folder that another account owns. */
const CLOSED = new Set(['EROFS', 'EACCES', 'EPERM', 'EIO', 'EEXIST', 'ENOTDIR']);

/** What is no fault of the file's nor of the program's is said so to people, and to whoever runs the installation. */
function problemOf(error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (!FULL.has(code) && !CLOSED.has(code)) return error;
  log.error(`Files cannot be kept: ${message}`);
  return FULL.has(code) ? new NoRoomLeft() : new StoreUnreachable(error);
}

async function write(stream: Readable, path: string, limit: number): Promise<Received> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx');
  try {
    for await (const piece of stream) {
      const chunk = piece as Buffer;
      size += chunk.length;
      // Past the limit the rest is read and dropped, so that the fields after this file still arrive.
      if (size > limit) continue;
      hash.update(chunk);
      await writeWhole(file, chunk);
    }
    if (size > limit) throw new FileTooLarge();
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** A disk that is nearly full takes a part of a piece, and says how much: what it left out must not be missing from what was hashed. */
async function writeWhole(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await file.write(chunk, at)).bytesWritten;
}
