import type { DeckState } from '../../decks/channel.shared.js';
import { slideIndexOf, stepsOf, type Stop } from './walk.shared.js';

/** A slide of the page’s list, with the nodes its panels are copied from. */
export interface SlideShown extends Stop {
  readonly preview: Element;
  readonly notes: Element;
  readonly label: string;
}

export function shownSlides(): SlideShown[] {
  return [...document.querySelectorAll<HTMLElement>('.present-script > ol > li')].flatMap((item) => {
    const [preview, notes] = [item.querySelector('.deck'), item.querySelector('.speaker-words')];
    const { h, v, fragments } = item.dataset;
    if (!preview || !notes) return [];
    const label = item.querySelector<HTMLElement>('[data-label]')?.dataset['label'] ?? '';
    return [{ h: Number(h), v: Number(v), fragments: Number(fragments), preview, notes, label }];
  });
}

/** Fills the panels: the slide on screen, the next one, the notes, the count. */
export function showSlide(stage: HTMLElement, slides: readonly SlideShown[], state: DeckState): void {
  const index = slideIndexOf(slides, state);
  const [current, following] = [slides[index], slides[index + 1]];
  if (!current) return;
  fill('[data-current]', current.preview);
  fill('[data-following]', following?.preview);
  fill('[data-notes]', current.notes)?.scrollTo(0, 0);
  const end = document.querySelector<HTMLElement>('[data-end]');
  if (end) end.hidden = Boolean(following);
  showSteps(state.f);
  say('[data-index]', current.label);
  say('[data-step]', current.fragments ? numbered(stage.dataset['stepWords'] ?? '', state.f + 1, current.fragments) : '');
  document.querySelector<HTMLProgressElement>('[data-progress]')?.setAttribute('value', String(index + 1));
  showBlack(stage, state.paused);
}

function fill(selector: string, source: Element | undefined): Element | null {
  const panel = document.querySelector(selector);
  const lang = source?.closest('[lang]')?.getAttribute('lang');
  if (lang) panel?.setAttribute('lang', lang);
  panel?.replaceChildren(...(source ? [source.cloneNode(true)] : []));
  return panel;
}

/** What the room does not see yet is pale here. */
function showSteps(f: number): void {
  const fragments = [...document.querySelectorAll<HTMLElement>('[data-current] .fragment')];
  const steps = stepsOf(fragments.map(({ dataset }) => (dataset['fragmentIndex'] === undefined ? null : Number(dataset['fragmentIndex']))));
  for (const [index, fragment] of fragments.entries()) fragment.classList.toggle('visible', (steps[index] ?? 0) <= f);
}

function showBlack(stage: HTMLElement, isBlack: boolean): void {
  document.querySelector('[data-black]')?.setAttribute('aria-pressed', String(isBlack));
  const wasBlack = stage.classList.contains('present-black');
  stage.classList.toggle('present-black', isBlack);
  if (isBlack !== wasBlack) say('[data-status]', isBlack ? (stage.dataset['blackNow'] ?? '') : '');
}

function say(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
}

const numbered = (words: string, ...numbers: number[]): string =>
  numbers.reduce((said, number) => said.replace('{}', String(number)), words);
