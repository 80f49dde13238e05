import type { ContentProblem } from '../../kernel/content-problem.js';

export interface FileReading<T> {
  /** As much as could be read. */
  readonly value: T | null;
  readonly problems: readonly ContentProblem[];
}

/**
 * What a file says, read when first asked for. After a change that holds a mistake, the last version without one stays and
 * the mistake is told. A file that never had a good version is shown as far as it can be read.
 */
export class LastGood<T> {
  private reading: FileReading<T> | undefined;

  constructor(
    private readonly read: () => FileReading<T>,
    private readonly good: T | null = null,
  ) {}

  get value(): T | null {
    const { value, problems } = this.now();
    return problems.length === 0 ? value : (this.good ?? value);
  }

  get problems(): readonly ContentProblem[] {
    return this.now().problems;
  }

  /** The file as it is after a change. */
  followedBy(read: () => FileReading<T>): LastGood<T> {
    const { value, problems } = this.now();
    return new LastGood(read, problems.length === 0 ? value : this.good);
  }

  private now(): FileReading<T> {
    this.reading ??= this.read();
    return this.reading;
  }
}
