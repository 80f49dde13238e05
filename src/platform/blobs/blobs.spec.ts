import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Env } from '../config/env.js';
import type { Database } from '../database/database.js';
import { NoRoomLeft, StoreUnreachable } from './blobs.errors.js';
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

describe('a folder', () => {
  beforeEach(() => void jest.spyOn(Logger.prototype, 'error').mockReturnValue());
  const blobsIn = (at: string, query: () => Promise<unknown> = () => Promise.resolve([])) =>
    new Blobs({ query } as unknown as Database, { DATA_DIR: at } as Env);
  const sending = (to: Blobs) => to.receive(Readable.from([Buffer.from('x')]), 10);

  it('that takes no files is said to be out of reach, as a bucket is', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    writeFileSync(join(closed, 'blobs'), 'no folder');

    await expect(sending(blobsIn(closed))).rejects.toThrow(StoreUnreachable);
  });

  it.each([
    ['EROFS', StoreUnreachable],
    ['EACCES', StoreUnreachable],
    ['EDQUOT', NoRoomLeft],
    ['ENOSPC', NoRoomLeft],
  ])('whose disk says %s is no defect', async (code, refusal) => {
    const file = await open(join(folder, 'any'), 'w');
    const handle = Object.getPrototypeOf(file) as { write(): Promise<never> };
    jest.spyOn(handle, 'write').mockRejectedValue(Object.assign(new Error(code), { code, syscall: 'write' }));
    await file.close();

    await expect(sending(blobsIn(folder))).rejects.toThrow(refusal);
  });

  it('is not blamed for a database that does not answer', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' });

    await expect(sending(blobsIn(folder, () => Promise.reject(refused)))).rejects.toBe(refused);
  });
});
