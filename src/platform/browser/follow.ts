/** What follows a topic needs of the browser; tests bring their own. */
export interface FollowTools {
  readonly open: (address: string) => EventSource;
  /** Between 0 and 1. */
  readonly chance: () => number;
}

/** Longer without a word than two heartbeats: the line is dead, whatever it says of itself. */
const DEAD_MS = 45_000;
const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000];

/**
 * Follows a topic until the returned function is called: `look` is to fetch the present state, at the beginning and whenever something
 * may have changed or been missed, and answers whether it got it. It never gives up, and believes no `readyState`.
 */
export function follow(
  address: string,
  look: () => Promise<boolean>,
  { open, chance }: FollowTools = { open: (at) => new EventSource(at), chance: Math.random },
): () => void {
  const until = new AbortController();
  const { signal } = until;
  let [source, timer, failures]: [EventSource | null, ReturnType<typeof setTimeout> | undefined, number] = [null, undefined, 0];
  const wait = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(begin, ms);
  };
  const close = (): void => {
    source?.close();
    source = null;
  };
  const hear = (): void => {
    failures = 0;
    wait(DEAD_MS);
  };
  /** With pauses that grow, and not all at once. */
  const fail = (): void => {
    close();
    wait((RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 1000) * (0.5 + chance()));
    failures += 1;
  };
  function begin(): void {
    close();
    void look();
    const opened = (source = open(address));
    opened.addEventListener('message', () => {
      hear();
      void look();
    });
    opened.addEventListener('beat', hear);
    opened.addEventListener('open', () => {
      hear();
      // What was said between the first look and now.
      void look();
    });
    opened.addEventListener('error', () => source === opened && fail());
    wait(DEAD_MS);
  }
  const wake = (): void => {
    if (document.visibilityState !== 'hidden') begin();
  };
  begin();
  document.addEventListener('visibilitychange', wake, { signal });
  addEventListener('online', wake, { signal });
  addEventListener('pageshow', (event) => event.persisted && wake(), { signal });
  return () => {
    until.abort();
    clearTimeout(timer);
    close();
  };
}
