import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import type { Blobs } from '../../platform/blobs/blobs.js';
import { BadArchive } from './bad-archive.js';
import { Manifest, MANIFEST_MOST_BYTES, MANIFEST_PATH, PART_MOST_BYTES } from './manifest.js';
import { type ArchivedFile, readArchive } from './read-archive.js';
import { continueNumbers, migrationsHeld, tablesInOrder } from './tables.js';

/** The database already holds something: what is there is never mixed with what comes. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';
}

/**
 * Puts a backup into an empty database of the same schema. All rows or none: they are there once every file and every
 * count was found right. Files that were put back before something went wrong do no harm, and are found again next time.
 */
export async function restoreBackup(url: string, blobs: Blobs, file: string): Promise<Manifest> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    const tables = await tablesInOrder(client);
    await requireEmpty(client, tables);
    const manifest = await putBack(client, blobs, file, tables);
    await continueNumbers(client);
    await client.query('COMMIT');
    return manifest;
  } finally {
    await client.end();
  }
}

/** Rows of stored files are no sign of life: an interrupted restore leaves them. */
async function requireEmpty(client: pg.Client, tables: readonly string[]): Promise<void> {
  for (const table of tables.filter((name) => name !== 'blob')) {
    const { rowCount } = await client.query(`SELECT FROM "${table}" LIMIT 1`);
    if (rowCount)
      throw new NotEmpty(
        `The database is not empty: there are rows in “${table}”. A backup goes into an empty database. Nothing was changed.`,
      );
  }
}

async function putBack(client: pg.Client, blobs: Blobs, file: string, tables: readonly string[]): Promise<Manifest> {
  const entries = readArchive(unpacked(file));
  const manifest = await readManifest(entries);
  await requireSameSchema(client, manifest, tables);
  const missing = new Map(manifest.blobs.map(({ sha256, size }) => [sha256, size]));
  const rows = new Map<string, number>();
  for await (const entry of entries) {
    const [, table] = /^tables\/([a-z_]+)\/\d{6}\.ndjson$/.exec(entry.path) ?? [];
    const [, sha256] = /^blobs\/([0-9a-f]{64})$/.exec(entry.path) ?? [];
    if (sha256) await putBlobBack(blobs, entry, sha256, missing);
    else if (table && tables.includes(table)) rows.set(table, (rows.get(table) ?? 0) + (await putRowsBack(client, table, entry)));
    else throw new BadArchive(`The archive holds a file that no backup has: ${entry.path}.`);
  }
  requireWhole(manifest, missing, rows);
  return manifest;
}

const unpacked = (file: string): Readable => {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.once('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
};

async function readManifest(entries: AsyncGenerator<ArchivedFile>): Promise<Manifest> {
  const { value: first } = (await entries.next()) as { value: ArchivedFile | undefined };
  if (first?.path !== MANIFEST_PATH || first.size > MANIFEST_MOST_BYTES) throw new BadArchive('This is no backup of Attrait.');
  const parsed = Manifest.safeParse(parseJson(await contentOf(first)));
  if (!parsed.success) throw new BadArchive('This is no backup of Attrait that this version can read.');
  return parsed.data;
}

async function requireSameSchema(client: pg.Client, manifest: Manifest, tables: readonly string[]): Promise<void> {
  const held = await migrationsHeld(client);
  const isSame =
    held.join() === manifest.migrations.join() &&
    [...tables].sort().join() ===
      manifest.tables
        .map(({ name }) => name)
        .sort()
        .join();
  if (!isSame)
    throw new BadArchive(
      `The backup was made by version ${manifest.version}, whose database has another schema. ` +
        'Restore it with that version of Attrait, then start this one: it brings the database up to date.',
    );
}

async function putBlobBack(blobs: Blobs, { size, body }: ArchivedFile, sha256: string, missing: Map<string, number>): Promise<void> {
  if (missing.get(sha256) !== size) throw new BadArchive(`The file ${sha256} is not what the backup announced.`);
  const received = await blobs.receive(Readable.from(body), size);
  if (received.sha256 !== sha256) throw new BadArchive(`The file ${sha256} has other content than its name says: the archive is damaged.`);
  missing.delete(sha256);
}

async function putRowsBack(client: pg.Client, table: string, entry: ArchivedFile): Promise<number> {
  if (entry.size > PART_MOST_BYTES) throw new BadArchive(`A part of “${table}” is larger than any backup writes.`);
  const lines = (await contentOf(entry)).trimEnd().split('\n');
  // The file came first and brought its row; the moment it was first stored comes now.
  const known = table === 'blob' ? 'ON CONFLICT (sha256) DO UPDATE SET created_at = excluded.created_at' : '';
  const { rowCount } = await client.query(
    `INSERT INTO "${table}" OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1) ${known}`,
    [`[${lines.join(',')}]`],
  );
  return rowCount ?? 0;
}

function requireWhole(manifest: Manifest, missing: ReadonlyMap<string, number>, rows: ReadonlyMap<string, number>): void {
  if (missing.size > 0) throw new BadArchive(`The archive lacks ${missing.size} of its files.`);
  for (const { name, rows: announced } of manifest.tables)
    if ((rows.get(name) ?? 0) !== announced)
      throw new BadArchive(`The archive holds ${rows.get(name) ?? 0} rows of “${name}” instead of ${announced}.`);
}

async function contentOf({ body }: ArchivedFile): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
