import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BlobStore } from './store.js';

/** On the disk: a file is moved to its place and is durable once the folders above it know its name. */
export class DiskStore implements BlobStore {
  constructor(private readonly folder: string) {}

  async keep(waiting: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    const made = await mkdir(dirname(path), { recursive: true });
    await rename(waiting, path);
    await syncFolder(dirname(path));
    // A folder that is new is a name in the one above it, durable on the same condition.
    if (made) await syncFolder(dirname(made));
  }

  open(sha256: string): Readable {
    return createReadStream(this.pathOf(sha256));
  }

  has(sha256: string): Promise<boolean> {
    return access(this.pathOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  private pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2));
  }
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
