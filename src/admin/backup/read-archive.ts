import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BadArchive } from './bad-archive.js';

export interface ArchivedFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** To be read to its end before the next file is asked for. */
  readonly body: AsyncIterable<Buffer>;
}

/**
 * The files of an archive in their order, as they stream by. Only plain files with plain names are let through:
 * nothing here ever becomes a path on this machine, and links and devices have no business in a backup.
 * @throws BadArchive from the files or from a file's body, where this is no archive, or only a part of one.
 */
export async function* readArchive(source: Readable): AsyncGenerator<ArchivedFile> {
  const { extract } = await import('tar-stream');
  const archive = extract();
  // Whatever fails on the way is thrown by the archive, where it is read.
  pipeline(source, toItsEnd, archive).catch(() => undefined);
  for await (const entry of explained(archive)) {
    const { name, size = 0, type } = entry.header;
    if (type !== 'file') throw new BadArchive(`The archive holds something else than plain files: ${name}.`);
    if (!/^[a-z0-9_]+(?:[/.-][a-z0-9_]+)*$/.test(name))
      throw new BadArchive(`The archive holds a file with a name that no backup has: ${JSON.stringify(name)}.`);
    yield { path: name, size, body: explained(entry as AsyncIterable<Buffer>) };
  }
}

/** Two empty blocks. */
const END = Buffer.alloc(2 * 512);

/** tar-stream is content with an archive that stops after any of its files: without its end it was cut off. */
async function* toItsEnd(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let last = Buffer.alloc(0);
  for await (const chunk of source) {
    last = Buffer.concat([last, chunk.subarray(-END.length)]).subarray(-END.length);
    yield chunk;
  }
  if (!last.equals(END)) throw new BadArchive('The archive ends too early: it was cut off.');
}

/** What tar-stream cannot read it says in an error without a code; those of the disk and of gzip have one, and go on as they are. */
async function* explained<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    if (error instanceof BadArchive || (error as NodeJS.ErrnoException).code) throw error;
    throw new BadArchive('This is no archive, or it is damaged.', { cause: error });
  }
}
