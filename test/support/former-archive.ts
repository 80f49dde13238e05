import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';

/** The archive as backups were written before a library wrote them, byte by byte: what was kept then must still be read. */
const BLOCK = 512;
/** Two empty blocks end an archive: one that was cut off has none. */
export const TAR_END = Buffer.alloc(2 * BLOCK);

/** What stands before a file's bytes. The path is short and plain: we name the entries ourselves. */
export function tarHeader(path: string, size: number, writtenAt: Date): Buffer {
  const header = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long for the archive.`);
  header.write(path, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(Math.floor(writtenAt.getTime() / 1000), 12), 136);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  header.write(octal(checksumOf(header), 8), 148);
  return header;
}

/** Files fill whole blocks. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\u0000`;

/** The sum of the header's bytes, its own eight counted as spaces. */
const checksumOf = (header: Buffer): number => header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);

/** The files of a tape archive that was written today, as the former program wrote them. */
export async function formerArchive(tar: Buffer, writtenAt: Date): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const entry of Readable.from([tar]).pipe(extract())) {
    const content = await buffer(entry);
    pieces.push(tarHeader(entry.header.name, content.length, writtenAt), content, tarPadding(content.length));
  }
  return Buffer.concat([...pieces, TAR_END]);
}
