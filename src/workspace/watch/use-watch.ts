import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { follow } from '../../platform/browser/follow.js';
import { putJson } from '../../platform/browser/post.js';
import { useFrame } from '../../platform/markup/frame.js';
import type { CellPlace } from '../sheet/worksheet.shared.js';
import { PRESENT_SECONDS, type SheetNews } from './watch.shared.js';

interface Watched {
  /** How the addresses of the worksheet begin. */
  readonly at: string;
  /** Its number when the page was made. */
  readonly number: number;
  /** Around what is filled in. */
  readonly box: RefObject<HTMLElement | null>;
  /** In which cell an element stands. */
  readonly placeOf: (element: Element) => CellPlace | null;
  readonly hear: (news: SheetNews) => void;
}

/** Hears what others change in a worksheet while the page is open, and says in which cell this one is. */
export function useWatch(watched: Watched): void {
  const now = useRef(watched);
  const token = useFrame().formToken;
  now.current = watched;
  useEffect(() => {
    let [number, place, asking]: [number, CellPlace | null, Promise<boolean> | null] = [watched.number, null, null];
    const take = (news: SheetNews): void => {
      number = Math.max(number, news.number);
      now.current.hear(news);
    };
    const ask = async (): Promise<boolean> => {
      const response = await fetch(`${watched.at}/changes?since=${number}`, { headers: { accept: 'application/json' } }).catch(() => null);
      if (!response?.ok) return false;
      take((await response.json()) as SheetNews);
      return true;
    };
    // What is said while one question is under way is asked for right after it.
    const look = (): Promise<boolean> => (asking = (asking ?? Promise.resolve(true)).then(ask));
    const say = async (): Promise<void> => {
      const said = await putJson<SheetNews>(
        `${watched.at}/presence`,
        { ...(place ?? { row: null, field: null }), since: number },
        token,
      ).catch(() => null);
      if (said?.status === 200) take(said.body);
    };
    const move = (target: EventTarget | null): void => {
      const next = target instanceof Element ? now.current.placeOf(target) : null;
      if (next?.row === place?.row && next?.field === place?.field) return;
      place = next;
      void say();
    };
    const until = new AbortController();
    const { signal } = until;
    watched.box.current?.addEventListener('focusin', ({ target }) => move(target), { signal });
    watched.box.current?.addEventListener('focusout', ({ relatedTarget }) => move(relatedTarget), { signal });
    const stop = follow(`${watched.at}/live`, look);
    const beat = setInterval(() => document.visibilityState !== 'hidden' && void say(), (PRESENT_SECONDS / 2) * 1000);
    void say();
    return () => {
      until.abort();
      clearInterval(beat);
      stop();
    };
  }, []);
}
