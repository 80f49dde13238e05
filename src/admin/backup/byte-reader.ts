import { BadArchive } from './bad-archive.js';

/** Hands out a stream in pieces of a wished length, keeping no more of it than the chunk at hand. */
export class ByteReader {
  private readonly source: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes, or null where the stream ends before. */
  async take(length: number): Promise<Buffer | null> {
    const pieces: Buffer[] = [];
    for await (const piece of this.pieces(length)) pieces.push(piece);
    const taken = Buffer.concat(pieces);
    return taken.length === length ? taken : null;
  }

  /** The next so many bytes as they arrive. @throws BadArchive where the stream ends before. */
  async *stream(length: number): AsyncGenerator<Buffer> {
    let left = length;
    for await (const piece of this.pieces(length)) {
      left -= piece.length;
      yield piece;
    }
    if (left > 0) throw new BadArchive('The archive ends too early: it was cut off.');
  }

  private async *pieces(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      if (this.rest.length === 0) {
        const { done, value } = await this.source.next();
        if (done) return;
        this.rest = value;
      }
      const piece = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
}
