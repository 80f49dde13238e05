import { listenForKeys } from './keys.js';

/** The slash goes to the search box of the page, or where the page has room for none, to the page of the search. */
export function focusSearch(): void {
  listenForKeys(
    () => {
      const box = [...document.querySelectorAll<HTMLInputElement>('[data-search-box]')].find(isShown);
      const way = document.querySelector<HTMLAnchorElement>('[data-search-way]');
      if (box) return { '/': () => box.select() };
      return way ? { '/': () => location.assign(way.href) } : {};
    },
    () => document.body.dataset['shortcuts'] === 'on',
  );
}

const isShown = (box: HTMLElement): boolean => box.getClientRects().length > 0;
