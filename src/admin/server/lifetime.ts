type Close = () => Promise<void>;

/** What a process has opened, closed in the reverse order. */
export class Lifetime {
  private readonly closers: Close[] = [];
  private ending: Promise<void> | undefined;

  onEnd(close: Close): void {
    this.closers.push(close);
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
 * Ends the process cleanly when it is told to. Told so while it starts, it finishes starting first:
 * what is half open could not be closed.
 */
export function endOnSignal(lifetime: Lifetime, started: Promise<unknown>, whenFailed: (error: unknown) => void): void {
  const end = async (): Promise<void> => {
    await started.catch(() => undefined);
    await lifetime.end();
    process.exit(0);
  };
  let isTold = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isTold) return;
      isTold = true;
      end().catch(whenFailed);
    });
  }
}
