const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** Follows a text line by line and knows which lines stand in a fence of code: there `---` and `Note:` are code. */
export class Fence {
  private mark: string | null = null;

  get isOpen(): boolean {
    return this.mark !== null;
  }

  /** Whether this line, the next of the text, belongs to a fence, its first and last line included. */
  holds(line: string): boolean {
    const [, mark = '', rest = ''] = FENCE.exec(line) ?? [];
    if (this.mark === null) {
      if (!mark || (mark.startsWith('`') && rest.includes('`'))) return false;
      this.mark = mark;
      return true;
    }
    const isEnd = mark[0] === this.mark[0] && mark.length >= this.mark.length && rest.trim() === '';
    if (isEnd) this.mark = null;
    return true;
  }
}
