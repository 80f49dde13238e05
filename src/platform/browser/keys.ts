/**
 * Browser: what pages and islands do in the reader's browser beyond rendering: keys, saving, forms, scheme. Not for what
 * a room's island shows. This file: single keys that do what a button does (WCAG 2.1.4: they can be switched off).
 */
export type Bindings = Readonly<Record<string, (press: KeyPress) => void>>;

/** As much of a `KeyboardEvent` as the choice needs. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
  readonly target: unknown;
}
interface PressTarget {
  readonly tagName?: string;
  readonly type?: string;
  readonly isContentEditable?: boolean;
}

const CLICKED_INPUTS = new Set(['radio', 'checkbox', 'button', 'submit', 'reset', 'image', 'range', 'color', 'file']);
const PRESSED = new Set(['BUTTON', 'A', 'SUMMARY', 'INPUT']);

/** The bound key this press means, or null when it belongs to a text field, a control or a combination. Bindings are in lower case. */
export function keyOf(press: KeyPress, bindings: Bindings): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || press.isComposing || press.defaultPrevented) return null;
  const target = (press.target ?? {}) as PressTarget;
  const key = press.key.toLowerCase();
  if (takesText(target) || takesKey(target, key)) return null;
  if (key in bindings) return key;
  // On keyboards whose top row needs Shift for digits, the target of the digit does.
  const digit = /^Digit(\d)$/.exec(press.code)?.[1];
  return digit && digit in bindings ? digit : null;
}

const takesText = ({ tagName, type, isContentEditable }: PressTarget): boolean =>
  Boolean(isContentEditable) ||
  tagName === 'TEXTAREA' ||
  tagName === 'SELECT' ||
  (tagName === 'INPUT' && !CLICKED_INPUTS.has(type ?? 'text'));

/** Enter and the space bar press what has the focus; arrows move among radio buttons. */
const takesKey = ({ tagName = '', type }: PressTarget, key: string): boolean =>
  (PRESSED.has(tagName) && (key === 'enter' || key === ' ')) || (type === 'radio' && key.startsWith('arrow'));

/**
 * Listens until the returned function is called. Says nothing while a dialog is open or while `isOn` answers false,
 * which is this person's own preference.
 */
export function listenForKeys(bindings: () => Bindings, isOn: () => boolean = () => true): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (!isOn() || document.querySelector('dialog[open]')) return;
    const bound = bindings();
    const key = keyOf(event, bound);
    if (!key) return;
    event.preventDefault();
    bound[key]?.(event);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
