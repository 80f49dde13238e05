import type { Readable } from 'node:stream';

/** Where files lie once they are whole: on the disk, or in a bucket. Each is known by the SHA-256 of its content, and never changes. */
export interface BlobStore {
  /**
   * Takes the file that waits at this path away and keeps it, durably before it returns.
   * @throws StoreUnreachable when the place of files does not take it; what waits stays where it is.
   */
  keep(waiting: string, sha256: string, size: number): Promise<void>;
  /** The bytes from the first to the last; the stream fails where they cannot be had. */
  open(sha256: string): Readable;
  has(sha256: string): Promise<boolean>;
}
