import { listenForKeys } from '../../platform/browser/keys.js';
import { type DeckMessage, type DeckState, messageFrom, sameState } from '../../decks/channel.shared.js';
import { shownSlides, showSlide, type SlideShown } from './panels.js';
import { startTimer } from './timer.js';
import { type Move, moved } from './walk.shared.js';

const stage = document.querySelector<HTMLElement>('[data-present]');
if (stage) present(stage);

function present(element: HTMLElement): void {
  const slides = shownSlides();
  const channel = new BroadcastChannel(element.dataset['channel'] ?? '');
  let state: DeckState = { ...fromAddress(slides), paused: false, overview: false };

  const show = (next: DeckState): void => {
    state = next;
    showSlide(element, slides, state);
    history.replaceState(null, '', `#/${state.indexh}/${state.indexv}`);
  };
  const say = (): void => channel.postMessage({ kind: 'state', from: 'presenter', ...state } satisfies DeckMessage);
  const lead = (next: DeckState): void => {
    if (sameState(next, state)) return;
    show(next);
    say();
  };
  const move = (to: Move): void => lead({ ...state, ...moved(slides, state, to), overview: false });
  const darken = (): void => lead({ ...state, paused: !state.paused });

  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = messageFrom(data);
    if (!message || message.from === 'presenter') return;
    // A deck that has just opened goes where the speaker is; the projected one, moved by its own keys, is followed.
    if (message.kind === 'hello') say();
    else if (message.from === 'projection' && !sameState(message, state)) show(message);
  });
  listen(element, move, darken);
  show(state);
  say();
  startTimer(element.dataset['minutes'] ?? '');
}

function listen(element: HTMLElement, move: (to: Move) => void, darken: () => void): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-move]'))
    button.addEventListener('click', () => move(button.dataset['move'] as Move));
  document.querySelector('[data-black]')?.addEventListener('click', darken);
  for (const button of document.querySelectorAll<HTMLElement>('[data-size]'))
    button.addEventListener('click', () => resize(Number(button.dataset['size'])));

  const next = (): void => move('next');
  const previous = (): void => move('previous');
  const ways = { arrowright: next, arrowdown: next, pagedown: next, ' ': next, arrowleft: previous, arrowup: previous, pageup: previous };
  const ends = { home: () => move('first'), end: () => move('last') };
  // A letter alone may be typed by mistake or by a voice: those who wish so do without (WCAG 2.1.4).
  const letters = element.dataset['shortcuts'] === 'on' ? { b: darken, '.': darken } : {};
  listenForKeys(() => ({ ...ways, ...ends, ...letters }));
}

/** `#/4/1`, as this page writes it: a reload stays where one was. */
function fromAddress(slides: readonly SlideShown[]): Pick<DeckState, 'indexh' | 'indexv' | 'f'> {
  const [, h = '0', v = '0'] = /^#\/(\d+)\/(\d+)$/.exec(location.hash) ?? [];
  const found = slides.find((slide) => slide.h === Number(h) && slide.v === Number(v));
  return { indexh: found?.h ?? 0, indexv: found?.v ?? 0, f: -1 };
}

const SIZES = ['1rem', '1.125rem', '1.25rem', '1.5rem', '1.75rem', '2rem'];
let size = 1;

function resize(by: number): void {
  size = Math.min(Math.max(size + by, 0), SIZES.length - 1);
  document.querySelector<HTMLElement>('[data-notes]')?.style.setProperty('font-size', SIZES[size] ?? null);
}
