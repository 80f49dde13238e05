import { useEffect, useRef } from 'preact/hooks';
import { type Bindings, listenForKeys } from '../../platform/browser/keys.js';
import type { PanelProps } from './panel.shared.js';

/** What the keys of the panel do; each has a button or a field that does the same. */
export interface PanelKeys {
  readonly levels: number;
  readonly go: (by: 1 | -1) => void;
  readonly choose: (index: number) => void;
  readonly step: (by: 1 | -1) => void;
  readonly comment: () => void;
  /** Back from a comment to its criterion, where the single keys hold again. */
  readonly leaveComment: () => void;
  readonly undo: () => void;
  readonly finish: () => void;
  readonly list: () => void;
}

export function usePanelKeys({ shortcuts, readOnly }: PanelProps, keys: PanelKeys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const stop = listenForKeys(
      () => (readOnly ? moving(now.current) : { ...moving(now.current), ...grading(now.current) }),
      () => shortcuts === 'on',
    );
    const finish = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.repeat || readOnly || document.querySelector('dialog[open]')) return;
      if (!event.ctrlKey && !event.metaKey && !isRadio(event.target)) return;
      event.preventDefault();
      now.current.finish();
    };
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      now.current.leaveComment();
    };
    document.addEventListener('keydown', finish);
    document.addEventListener('keydown', leave);
    return () => {
      stop();
      document.removeEventListener('keydown', finish);
      document.removeEventListener('keydown', leave);
    };
  }, []);
}

/** In a radio button Enter would send the form by its first button; here it means what it means everywhere else. */
const isRadio = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && target.type === 'radio';

const moving = ({ go, list }: PanelKeys): Bindings => ({
  j: () => go(1),
  k: () => go(-1),
  n: () => press('N'),
  p: () => press('P'),
  '?': list,
});

const grading = ({ levels, choose, step, comment, undo, finish }: PanelKeys): Bindings => ({
  ...Object.fromEntries(Array.from({ length: Math.min(9, levels) }, (_, index) => [String(index + 1), () => choose(index)])),
  '+': () => step(1),
  '=': () => step(1),
  '-': () => step(-1),
  c: comment,
  z: undo,
  enter: finish,
});

const press = (key: string): void => document.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${key}"]`)?.click();

/** Puts a criterion in view and the keyboard in it: on the level chosen, or on the first. */
export function focusPart(panel: HTMLElement | null, id: string): void {
  const part = panel?.querySelector<HTMLElement>(`#${id}`);
  const radio = part?.querySelector<HTMLElement>('.level input:checked') ?? part?.querySelector<HTMLElement>('.level input');
  radio?.focus({ preventScroll: true });
  part?.scrollIntoView({ block: 'nearest' });
}

/** Chooses the level at that index as a click would, so that whoever listens to the page hears it. */
export function chooseLevel(panel: HTMLElement | null, id: string, index: number): void {
  const radio = panel?.querySelectorAll<HTMLInputElement>(`#${id} .level input`)[index];
  radio?.focus({ preventScroll: true });
  radio?.click();
}
