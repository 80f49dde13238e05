import { z } from 'zod';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The first file of a backup: what it is of, and how much of everything must be found in it. */
export const Manifest = z.strictObject({
  format: z.literal('attrait-backup-1'),
  /** The program that wrote it. */
  version: z.string(),
  writtenAt: z.iso.datetime(),
  /** The schema its rows belong to. */
  migrations: z.array(z.string()),
  /** In the order in which their rows go back. */
  tables: z.array(z.strictObject({ name: z.string(), rows: z.int().min(0) })),
  blobs: z.array(z.strictObject({ sha256: Hash, size: z.int().min(0) })),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST_PATH = 'manifest.json';
export const MANIFEST_MOST_BYTES = 64 * 1024 * 1024;
/** Rows are written in parts of about this size, so that neither side ever holds a whole table. */
export const PART_BYTES = 1024 * 1024;
/** One row may be larger than a part; no row is larger than this. */
export const PART_MOST_BYTES = 64 * 1024 * 1024;

export const partPath = (table: string, number: number): string => `tables/${table}/${String(number).padStart(6, '0')}.ndjson`;
export const blobPath = (sha256: string): string => `blobs/${sha256}`;
