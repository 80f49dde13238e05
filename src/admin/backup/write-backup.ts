import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { Pack } from 'tar-stream';
import type { Blobs } from '../../platform/blobs/blobs.js';
import { version } from '../../platform/config/version.js';
import { blobPath, type Manifest, MANIFEST_PATH, PART_BYTES, partPath } from './manifest.js';
import { migrationsHeld, tablesInOrder } from './tables.js';

const ROWS_AT_ONCE = 500;

/** No table of ours is in the database. */
export class NothingThere extends Error {
  override readonly name = 'NothingThere';
}

/**
 * Writes all rows and all files they name to one archive, as they were at one instant, while the server goes on.
 * The archive gets its name when it is whole and on the disk.
 */
export async function writeBackup(url: string, blobs: Blobs, file: string): Promise<Manifest> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const unfinished = `${file}.unfinished`;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const manifest = await describe(client);
    const target = createWriteStream(unfinished, { mode: 0o600, flags: 'w', flush: true });
    const archive = (await import('tar-stream')).pack();
    const filled = fill(archive, client, blobs, manifest).catch((error: Error) => archive.destroy(error));
    await Promise.all([filled, pipeline(archive, createGzip(), target)]);
    await rename(unfinished, file);
    return manifest;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function describe(client: pg.Client): Promise<Manifest> {
  const migrations = await migrationsHeld(client);
  if (migrations.length === 0) throw new NothingThere('The database was never used: there is nothing to back up.');
  const tables: Manifest['tables'] = [];
  for (const name of await tablesInOrder(client)) {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${name}"`);
    tables.push({ name, rows: rows[0]!.count });
  }
  const { rows: blobs } = await client.query<{ sha256: string; size: number }>(
    'SELECT sha256, size::float8 AS size FROM blob ORDER BY sha256',
  );
  return {
    format: 'attrait-backup-1',
    version,
    writtenAt: new Date().toISOString(),
    migrations,
    tables,
    blobs,
  };
}

/** Files before rows: whoever puts them back has each file before the row that names it. */
async function fill(archive: Pack, client: pg.Client, blobs: Blobs, manifest: Manifest): Promise<void> {
  const add = (name: string, size: number, content: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<void> =>
    pipeline(content, archive.entry({ name, size, mode: 0o600, mtime: new Date(manifest.writtenAt) }));
  const addWhole = (name: string, content: Buffer): Promise<void> => add(name, content.length, [content]);

  await addWhole(MANIFEST_PATH, Buffer.from(JSON.stringify(manifest)));
  for (const { sha256, size } of manifest.blobs) await add(blobPath(sha256), size, exactly(size, blobs.open(sha256), sha256));
  for (const { name } of manifest.tables) {
    let number = 0;
    for await (const part of parts(client, name)) await addWhole(partPath(name, (number += 1)), part);
  }
  archive.finalize();
}

/** A file of another length than its row says would push everything after it out of place. */
async function* exactly(size: number, source: Readable, sha256: string): AsyncGenerator<Buffer> {
  let seen = 0;
  for await (const chunk of source) {
    seen += (chunk as Buffer).length;
    if (seen <= size) yield chunk as Buffer;
  }
  if (seen !== size) throw new Error(`The file ${sha256} has ${seen} bytes instead of ${size}: run “doctor”. Nothing was written.`);
}

/** Rows as lines of JSON, made by the database itself, so that no number or instant loses a digit on the way. */
async function* parts(client: pg.Client, table: string): AsyncGenerator<Buffer> {
  await client.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT to_jsonb("${table}".*)::text AS line FROM "${table}"`);
  let lines: string[] = [];
  let bytes = 0;
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${ROWS_AT_ONCE} FROM rows`);
    for (const { line } of rows) {
      lines.push(line);
      bytes += line.length;
      if (bytes < PART_BYTES) continue;
      yield Buffer.from(`${lines.join('\n')}\n`);
      [lines, bytes] = [[], 0];
    }
    if (rows.length === 0) break;
  }
  if (lines.length > 0) yield Buffer.from(`${lines.join('\n')}\n`);
  await client.query('CLOSE rows');
}
