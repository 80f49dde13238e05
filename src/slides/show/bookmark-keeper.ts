import type { Lang } from '../../kernel/localised.js';

export interface Bookmark {
  readonly slide: number;
  readonly language: Lang;
}

/** What the course answers a student of it, and nobody else. */
export interface BookmarkAnswer {
  readonly bookmark: Bookmark | null;
  readonly token: string;
}

/** How the keeper asks and tells; null or false where the course does not answer. */
export interface BookmarkClient {
  ask(): Promise<BookmarkAnswer | null>;
  tell(bookmark: Bookmark & { readonly isEnd: boolean; readonly agoMs: number }, token: string): Promise<'kept' | 'refused' | 'unheard'>;
}

/** Whoever leafs through a deck is not followed slide by slide: a bookmark is told once it has lasted so long. */
const SETTLED_MS = 1500;

interface Untold {
  readonly slide: number;
  readonly isEnd: boolean;
  readonly since: number;
}

/**
 * Keeps the bookmark of a student in a deck with their course. Nothing of it is ever shown as an error: a stranger, somebody
 * signed out or a network that is away leave a deck that works as it does for everybody.
 */
export class BookmarkKeeper {
  private token: string | null = null;
  private told: number | null = null;
  private toldEnd = false;
  private untold: Untold | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly language: Lang,
    private readonly client: BookmarkClient,
  ) {}

  /** Where the student stopped, if they did; nothing is told before this was asked. */
  async open(): Promise<Bookmark | null> {
    const answer = await this.client.ask();
    this.token = answer?.token ?? null;
    if (answer?.bookmark?.language === this.language) this.told = answer.bookmark.slide;
    return answer?.bookmark ?? null;
  }

  /** The slide now on the screen, counted from 1. */
  note(slide: number, isEnd: boolean): void {
    if (this.token === null) return;
    const reached = isEnd || (this.untold?.isEnd ?? false);
    clearTimeout(this.waiting);
    this.untold = slide === this.told && (!reached || this.toldEnd) ? null : { slide, isEnd: reached, since: performance.now() };
    if (this.untold) this.waiting = setTimeout(() => void this.tell(), SETTLED_MS);
  }

  /** Tells at once what still waits: the page is being left. */
  async tell(): Promise<void> {
    const { untold, token } = this;
    if (!untold || token === null) return;
    clearTimeout(this.waiting);
    this.untold = null;
    const { slide, isEnd, since } = untold;
    const heard = await this.client.tell({ slide, language: this.language, isEnd, agoMs: Math.round(performance.now() - since) }, token);
    if (heard === 'refused') this.token = null;
    if (heard === 'unheard') this.untold ??= untold;
    if (heard !== 'kept') return;
    this.told = slide;
    this.toldEnd ||= isEnd;
  }
}
