import type { RevealApi } from 'reveal.js';
import { FORM_TOKEN_HEADER } from '../../platform/http/form-token.shared.js';
import { type DeckAddress, deckQuery, slideHash } from '../../decks/deck-address.shared.js';
import { type BookmarkAnswer, type BookmarkClient, BookmarkKeeper } from './bookmark-keeper.js';

/** A deck as it is on the screen, one slide at a time or as a page to read. */
export interface DeckView {
  /** How many columns it has: slides, as its addresses count them. */
  readonly slides: number;
  at(): { readonly h: number; readonly v: number };
  /** Counted from 1. */
  goTo(slide: number): void;
  whenMoved(listener: () => void): void;
}

/** Links of the deck keep the slide, and a student’s course keeps it too. */
export class DeckBookmark {
  private readonly keeper: BookmarkKeeper | null;
  private view: DeckView | null = null;
  private hasAsked = false;

  constructor(private readonly address: DeckAddress) {
    this.keeper = address.course && address.view !== 'print' ? new BookmarkKeeper(address.lang, deskOf(address)) : null;
    const tell = (): void => void this.keeper?.tell();
    addEventListener('pagehide', tell);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && tell());
  }

  /** Follows a view of the deck. The first one takes up where the student stopped, unless its address says where to begin. */
  async follow(view: DeckView, isPlaced: boolean): Promise<void> {
    this.view = view;
    view.whenMoved(() => this.moved(view));
    this.turnLinks(view);
    if (this.hasAsked || !this.keeper) return;
    this.hasAsked = true;
    const bookmark = await this.keeper.open();
    const hasMoved = view.at().h > 0;
    if (bookmark && !isPlaced && !hasMoved) takeUp(view, Math.min(bookmark.slide, view.slides));
    this.note(view);
  }

  private moved(view: DeckView): void {
    if (view !== this.view) return;
    this.turnLinks(view);
    this.note(view);
  }

  private note(view: DeckView): void {
    const slide = view.at().h + 1;
    this.keeper?.note(slide, slide === view.slides);
  }

  /** To the other language, or to the page to read, at the slide that is on the screen. */
  private turnLinks(view: DeckView): void {
    const { h, v } = view.at();
    const { course } = this.address;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keeps-bookmark]')) {
      const to = link.dataset['keepsBookmark'] === 'scroll' ? 'scroll' : this.address.view;
      link.href = link.pathname + deckQuery({ course, view: to }) + slideHash(h, v);
    }
  }
}

/** Goes to where the student stopped, and says so with a way back to the beginning. */
function takeUp(view: DeckView, slide: number): void {
  view.goTo(slide);
  const notice = document.querySelector<HTMLElement>('[data-taken-up]');
  const words = notice?.querySelector<HTMLElement>('[data-words]');
  if (!notice || !words) return;
  notice.hidden = false;
  words.textContent = (words.dataset['words'] ?? '').replace('{}', String(slide));
  const close = (): void => void (notice.hidden = true);
  notice.querySelector('[data-close]')?.addEventListener('click', close);
  notice.querySelector('[data-from-start]')?.addEventListener('click', () => {
    view.goTo(1);
    close();
  });
  view.whenMoved(() => view.at().h + 1 !== slide && close());
}

/** One slide at a time, or reveal.js’s own page to scroll: either tells where it is. */
export const slidesView = (deck: RevealApi): DeckView => ({
  slides: deck.getHorizontalSlides().length,
  at: () => {
    const { h, v } = deck.getIndices();
    return { h, v: v ?? 0 };
  },
  goTo: (slide) => deck.slide(slide - 1),
  whenMoved: (listener) => deck.on('slidechanged', listener),
});

/** On a phone the deck stays a page: the slide is the section being read, a third down the window. */
export function readingView(element: HTMLElement): DeckView {
  const sections = [...element.querySelectorAll<HTMLElement>('.slides > section')];
  const at = (): number => {
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
    const next = sections.findIndex((section) => section.getBoundingClientRect().top > innerHeight / 3);
    return isAtEnd || next < 0 ? sections.length - 1 : Math.max(0, next - 1);
  };
  return {
    slides: sections.length,
    at: () => ({ h: at(), v: 0 }),
    goTo: (slide) => (slide === 1 ? scrollTo(0, 0) : sections[slide - 1]?.scrollIntoView()),
    whenMoved: (listener) => whenScrolled(at, listener),
  };
}

/** Once a frame at most, and only when another section is being read. */
function whenScrolled(at: () => number, listener: () => void): void {
  let known = at();
  let isWaiting = false;
  const look = (): void => {
    isWaiting = false;
    if (at() === known) return;
    known = at();
    listener();
  };
  document.addEventListener(
    'scroll',
    () => {
      if (!isWaiting) requestAnimationFrame(look);
      isWaiting = true;
    },
    { passive: true },
  );
}

function deskOf({ course, unit }: DeckAddress): BookmarkClient {
  const address = `/courses/${course}/units/${unit}/bookmark`;
  return {
    ask: async () => {
      const response = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null);
      return response?.ok ? ((await response.json()) as BookmarkAnswer) : null;
    },
    tell: async (bookmark, token) => {
      const headers = { 'content-type': 'application/json', accept: 'application/json', [FORM_TOKEN_HEADER]: token };
      const response = await fetch(address, { method: 'PUT', headers, body: JSON.stringify(bookmark), keepalive: true }).catch(() => null);
      if (response?.ok) return 'kept';
      return !response || response.status >= 500 ? 'unheard' : 'refused';
    },
  };
}
