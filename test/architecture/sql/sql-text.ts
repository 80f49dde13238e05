import type ts from 'typescript';
import { pathOf } from './program.js';

/** SQL, and which file of src each part of it was written in. */
export class SqlText {
  private constructor(private readonly parts: readonly { readonly text: string; readonly file: string }[]) {}

  static at = (node: ts.Node, text: string): SqlText => new SqlText([{ text, file: pathOf(node) }]);

  static join(texts: readonly SqlText[], by: SqlText): SqlText {
    return new SqlText(texts.flatMap(({ parts }, place) => (place === 0 ? parts : [...by.parts, ...parts])));
  }

  then(next: SqlText): SqlText {
    return new SqlText([...this.parts, ...next.parts]);
  }

  /** The file that has written what stands at a byte of the whole. */
  fileAt(byte: number): string {
    let end = 0;
    const part = this.parts.find(({ text }) => (end += Buffer.byteLength(text)) > byte);
    if (!part) throw new RangeError(`There is no byte ${byte} in: ${this.toString()}`);
    return part.file;
  }

  toString(): string {
    return this.parts.map(({ text }) => text).join('');
  }
}
