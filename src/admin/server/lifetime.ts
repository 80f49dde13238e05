/** The process was told to end while it started: nothing went wrong. */
export class ToldToEnd extends Error {}

type Close = () => Promise<void>;

/** What a process has opened, closed in the reverse order. */
export class Lifetime {
  private readonly closers: Close[] = [];
  private ending: Promise<void> | undefined;
  isTold = false;

  onEnd(close: Close): void {
    this.closers.push(close);
  }

  /** Asks for an end at the next moment when nothing is half open. False where that was asked before. */
  tell(): boolean {
    if (this.isTold) return false;
    this.isTold = true;
    return true;
  }

  /** Between two steps of a start. @throws ToldToEnd when there is to be no next one. */
  goOn(): void {
    if (this.isTold) throw new ToldToEnd();
  }

  /** Safe to call twice: both wait for the same end. */
  end(): Promise<void> {
    this.ending ??= this.closeAll();
    return this.ending;
  }

  get isEnding(): boolean {
    return this.ending !== undefined;
  }

  private async closeAll(): Promise<void> {
    for (let close = this.closers.pop(); close; close = this.closers.pop()) await close();
  }
}

/**
 * Ends the process cleanly when it is told to. Told so while it starts, it finishes the step it is at first:
 * what is half open could not be closed.
 */
export function endOnSignal(lifetime: Lifetime, started: Promise<unknown>, whenFailed: (error: unknown) => void): void {
  const end = async (): Promise<void> => {
    await started.catch(() => undefined);
    await lifetime.end();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (lifetime.tell()) end().catch(whenFailed);
    });
  }
}
