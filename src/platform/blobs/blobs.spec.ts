import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { jest } from '@jest/globals';
import type { Env } from '../config/env.js';
import type { Database } from '../database/database.js';
import { Blobs } from './blobs.js';

const folder = mkdtempSync(join(tmpdir(), 'attrait-blobs-'));
const blobs = new Blobs({ query: () => Promise.resolve([]) } as unknown as Database, { DATA_DIR: folder } as Env);

afterAll(() => rmSync(folder, { recursive: true }));

/** A disk may take less of a piece than it was given and say so: when it is nearly full, or far away. */
async function onADiskThatTakes(most: number): Promise<void> {
  const file = await open(join(folder, 'any'), 'w');
  const handle = Object.getPrototypeOf(file) as { write(piece: Buffer, at: number, length: number): Promise<{ bytesWritten: number }> };
  const { write } = handle;
  jest.spyOn(handle, 'write').mockImplementation(function (this: unknown, piece, at = 0) {
    return write.call(this as never, piece, at, Math.min(most, piece.length - at));
  });
  await file.close();
}

it('keeps every byte of a file, however little the disk takes at a time', async () => {
  await onADiskThatTakes(7);
  const content = Buffer.from('Répondez mieux que les autres.'.repeat(20));

  const { sha256, size } = await blobs.receive(Readable.from([content.subarray(0, 100), content.subarray(100)]), 10_000);

  expect({ sha256, size }).toEqual({ sha256: createHash('sha256').update(content).digest('hex'), size: content.length });
  expect(readFileSync(join(folder, 'blobs', sha256.slice(0, 2), sha256.slice(2)))).toEqual(content);
});
