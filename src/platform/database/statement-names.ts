/** A statement that is put together anew each time would fill a connection with plans it never uses again. */
const MOST_STATEMENTS = 500;

/** Names for statements to be prepared under: one a text, for the first few hundred texts that a program uses. */
export class StatementNames {
  private readonly names = new Map<string, string>();

  /** Undefined for a statement without values, which may be several, and past the limit: then it is not prepared. */
  of(text: string): string | undefined {
    const known = this.names.get(text);
    if (known || this.names.size >= MOST_STATEMENTS || !text.includes('$1')) return known;
    const name = `s${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
