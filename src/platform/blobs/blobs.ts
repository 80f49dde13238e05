import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { ENV } from '../config/config.module.js';
import type { Env } from '../config/env.js';
import { Database } from '../database/database.js';
import { FileTooLarge, NoRoomLeft } from './blobs.errors.js';

export interface Received {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** The first 64 KiB, by which the kind of file is told. */
  readonly head: Buffer;
}

const HEAD = 64 * 1024;

/** Files by the SHA-256 of their content, on disk. A file is durable before its row exists, so a row always has its file. */
@Injectable()
export class Blobs {
  private readonly folder: string;

  constructor(
    private readonly database: Database,
    @Inject(ENV) env: Env,
  ) {
    this.folder = join(env.DATA_DIR, 'blobs');
  }

  /**
   * Stores a stream as it arrives, hashing on the way; never more than a chunk of it is in memory.
   * @throws FileTooLarge past `limit` bytes, and NoRoomLeft when the disk is full; neither leaves anything behind.
   */
  async receive(stream: Readable, limit: number): Promise<Received> {
    const waiting = join(this.folder, 'incoming', randomUUID());
    await mkdir(dirname(waiting), { recursive: true });
    try {
      const received = await write(stream, waiting, limit);
      await this.keep(waiting, received.sha256);
      await this.database.query('INSERT INTO blob (sha256, size) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING', [
        received.sha256,
        received.size,
      ]);
      return received;
    } catch (error) {
      await rm(waiting, { force: true });
      throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new NoRoomLeft() : error;
    }
  }

  open(sha256: string): Readable {
    return createReadStream(this.pathOf(sha256));
  }

  /** What is on disk under this name now, read to its end, or null where there is nothing: what `doctor` compares. */
  async inspect(sha256: string): Promise<Pick<Received, 'sha256' | 'size'> | null> {
    const exists = await stat(this.pathOf(sha256)).catch(() => null);
    if (!exists) return null;
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
    return paths.filter((_, place) => (stats[place]?.mtime ?? before) < before);
  }

  async sweep(before: Date): Promise<void> {
    for (const path of await this.listAbandoned(before)) await rm(path, { force: true });
  }

  private async keep(waiting: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    const made = await mkdir(dirname(path), { recursive: true });
    await rename(waiting, path);
    await syncFolder(dirname(path));
    // A folder that is new is a name in the one above it, durable on the same condition.
    if (made) await syncFolder(dirname(made));
  }

  private pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2));
  }
}

async function write(stream: Readable, path: string, limit: number): Promise<Received> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let size = 0;
  const file = await open(path, 'wx');
  try {
    for await (const piece of stream) {
      const chunk = piece as Buffer;
      if (size < HEAD) head.push(chunk);
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
  return { sha256: hash.digest('hex'), size, head: Buffer.concat(head).subarray(0, HEAD) };
}

/** A disk that is nearly full takes a part of a piece, and says how much: what it left out must not be missing from what was hashed. */
async function writeWhole(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await file.write(chunk, at)).bytesWritten;
}

/** A rename is durable once the folder that holds the name is. Windows cannot open a folder, and needs no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
