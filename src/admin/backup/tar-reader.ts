import { BadArchive } from './bad-archive.js';
import { ByteReader } from './byte-reader.js';
import { BLOCK, checksumOf } from './tar-writer.js';

export interface TarEntry {
  readonly path: string;
  readonly size: number;
  /** To be read to its end before the next entry is asked for. */
  readonly body: AsyncIterable<Buffer>;
}

/**
 * The files of an archive in their order, as they stream by. Only plain files with plain names are let through:
 * nothing here ever becomes a path on this machine, and links and devices have no business in a backup.
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new ByteReader(source);
  for (;;) {
    const header = await bytes.take(BLOCK);
    if (!header) throw new BadArchive('The archive ends too early: it was cut off.');
    if (header.every((byte) => byte === 0)) return;
    const { path, size } = readHeader(header);
    yield { path, size, body: bytes.stream(size) };
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if (padding > 0 && !(await bytes.take(padding))) throw new BadArchive('The archive ends too early: it was cut off.');
  }
}

function readHeader(header: Buffer): { path: string; size: number } {
  if (text(header, 257, 5) !== 'ustar' || number(header, 148, 8) !== checksumOf(header))
    throw new BadArchive('This is no archive, or it is damaged.');
  const path = text(header, 0, 100);
  const kind = text(header, 156, 1);
  if ((kind !== '0' && kind !== '') || text(header, 345, 155) !== '')
    throw new BadArchive(`The archive holds something else than plain files: ${path}.`);
  if (!/^[a-z0-9_]+(?:[/.-][a-z0-9_]+)*$/.test(path))
    throw new BadArchive(`The archive holds a file with a name that no backup has: ${JSON.stringify(path)}.`);
  return { path, size: number(header, 124, 12) };
}

const text = (header: Buffer, start: number, length: number): string =>
  header.toString('latin1', start, start + length).split('\u0000', 1)[0]!;

function number(header: Buffer, start: number, length: number): number {
  const written = text(header, start, length).trim();
  if (!/^[0-7]{1,12}$/.test(written)) throw new BadArchive('This is no archive, or it is damaged.');
  return Number.parseInt(written, 8);
}
