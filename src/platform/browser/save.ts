import type { CurrentVersion, SaveAnswer } from '../saving/save.shared.js';

/** What the reader is told; `SavedMark` shows each kind in words. */
export type SaveState<Draft> =
  | { readonly kind: 'idle' | 'unsaved' | 'saving' | 'offline' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'conflict'; readonly mine: Draft; readonly theirs: CurrentVersion<Draft> }
  | { readonly kind: 'refused'; readonly because: string };

export interface AutosaveOptions<Draft> {
  /** The version of the draft this page was made from. */
  readonly version: number;
  /** Sends one draft in a request that outlives the page (`postJson` does); rejects when nobody answered. */
  readonly send: (draft: Draft, version: number, moment: 'staying' | 'leaving') => Promise<SaveAnswer<Draft>>;
  readonly tell: (state: SaveState<Draft>) => void;
  readonly isSame?: (one: Draft, other: Draft) => boolean;
  readonly waitMs?: number;
  readonly retryMs?: readonly number[];
}

const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000];

/**
 * Saves a draft by itself: a second after the last change or at once on `flush`, one request at a time, again and again
 * while nobody answers. The newest draft is held here until the server has it; a conflict stops everything until `settle`.
 */
export class Autosave<Draft> {
  private held: { readonly draft: Draft } | null = null;
  private sending: Promise<void> | null = null;
  private onTheWay: Draft | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private version: number;
  private failures = 0;
  private isStopped = false;
  private isRefused = false;
  /** Drafts that were sent and never answered: the server may have them, and then a conflict is with ourselves. */
  private unanswered: Draft[] = [];

  constructor(private readonly options: AutosaveOptions<Draft>) {
    this.version = options.version;
  }

  change(draft: Draft): void {
    this.held = { draft };
    if (this.isStopped) return;
    if (!this.sending && this.failures === 0) this.options.tell({ kind: 'unsaved' });
    this.schedule(this.options.waitMs ?? 1000);
  }

  /** Saves now what is held; ends when nothing is held or nobody answers. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.sending) return this.sending.then(() => this.flush());
    if (!this.held || this.isStopped) return;
    this.sending = this.sendHeld(this.held.draft).finally(() => (this.sending = null));
    await this.sending;
    if (this.held && this.failures === 0 && !this.isStopped && !this.isRefused) await this.flush();
  }

  /** The page is going: one last send, whose answer nobody waits for. */
  leave(): void {
    if (!this.held || this.isStopped || this.held.draft === this.onTheWay) return;
    clearTimeout(this.timer);
    void this.options.send(this.held.draft, this.version, 'leaving').catch(() => undefined);
  }

  /** Ends a conflict: from here on this draft replaces that version. */
  settle(draft: Draft, version: number): Promise<void> {
    this.version = version;
    this.isStopped = false;
    this.held = { draft };
    return this.flush();
  }

  /** Whether going away now would lose something that `leave` cannot save. */
  wouldLose(): boolean {
    if (!this.held) return false;
    const isOvertaken = this.onTheWay !== null && this.held.draft !== this.onTheWay;
    return this.isStopped || this.isRefused || this.failures > 0 || isOvertaken;
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async sendHeld(draft: Draft): Promise<void> {
    this.options.tell({ kind: 'saving' });
    this.onTheWay = draft;
    const outcome = await this.options.send(draft, this.version, 'staying').catch(() => null);
    this.onTheWay = null;
    if (outcome) return this.take(draft, outcome);
    this.unanswered.push(draft);
    const waits = this.options.retryMs ?? RETRY_MS;
    this.schedule(waits[Math.min(this.failures, waits.length - 1)] ?? 1000);
    this.failures += 1;
    this.options.tell({ kind: 'offline' });
  }

  private take(draft: Draft, outcome: SaveAnswer<Draft>): void {
    const isOurs = outcome.kind === 'conflict' && this.unanswered.some((lost) => this.isSame(lost, outcome.content));
    this.failures = 0;
    this.isRefused = outcome.kind === 'refused';
    if (outcome.kind === 'refused') return this.options.tell(outcome);
    this.unanswered = [];
    if (outcome.kind === 'conflict' && !isOurs) {
      this.isStopped = true;
      const { kind, ...theirs } = outcome;
      return this.options.tell({ kind, mine: this.held?.draft ?? draft, theirs });
    }
    this.version = outcome.version;
    const isThere = outcome.kind === 'saved' || this.isSame(draft, outcome.content);
    if (isThere && this.held?.draft === draft) this.held = null;
    if (!this.held) this.options.tell({ kind: 'saved', at: outcome.at });
  }

  private isSame(one: Draft, other: Draft): boolean {
    return this.options.isSame?.(one, other) ?? JSON.stringify(one) === JSON.stringify(other);
  }
}

/** Ties an autosave to the page: saves when a field is left, when the network is back, and when the page goes. */
export function watchPage(autosave: Pick<Autosave<unknown>, 'flush' | 'leave' | 'wouldLose'>, fields: HTMLElement): () => void {
  const until = new AbortController();
  const { signal } = until;
  fields.addEventListener('focusout', () => void autosave.flush(), { signal });
  addEventListener('online', () => void autosave.flush(), { signal });
  addEventListener('pagehide', () => autosave.leave(), { signal });
  addEventListener('beforeunload', (event) => autosave.wouldLose() && event.preventDefault(), { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void autosave.flush(), { signal });
  return () => until.abort();
}
