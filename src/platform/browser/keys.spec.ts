import { type Bindings, type KeyPress, keyOf } from './keys.js';

const bindings: Bindings = {
  j: () => undefined,
  '1': () => undefined,
  '?': () => undefined,
  enter: () => undefined,
  arrowright: () => undefined,
};
const press = (given: Partial<KeyPress>): KeyPress => ({
  key: 'j',
  code: 'KeyJ',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  target: { tagName: 'BODY' },
  ...given,
});

describe('a single key', () => {
  it.each<[string, Partial<KeyPress>, string | null]>([
    ['is what it is bound to', {}, 'j'],
    ['counts with Caps Lock too', { key: 'J' }, 'j'],
    ['counts on a radio button, where one grades', { target: { tagName: 'INPUT', type: 'radio' } }, 'j'],
    ['counts when it needs Shift', { key: '?', code: 'Slash' }, '?'],
    ['counts by its position where digits need Shift', { key: '&', code: 'Digit1' }, '1'],
    ['is nothing when it is not bound', { key: 'x', code: 'KeyX' }, null],
    ['belongs to a text field', { target: { tagName: 'INPUT', type: 'text' } }, null],
    ['belongs to an input without a type', { target: { tagName: 'INPUT' } }, null],
    ['belongs to a text area', { target: { tagName: 'TEXTAREA' } }, null],
    ['belongs to a list of options', { target: { tagName: 'SELECT' } }, null],
    ['belongs to what can be edited', { target: { tagName: 'DIV', isContentEditable: true } }, null],
    ['belongs to the browser with Control', { ctrlKey: true }, null],
    ['belongs to the browser with Command', { metaKey: true }, null],
    ['belongs to the browser with Alt', { altKey: true }, null],
    ['counts once while it is held down', { repeat: true }, null],
    ['does not count inside a composition', { isComposing: true }, null],
    ['does not count when another listener took it', { defaultPrevented: true }, null],
    ['presses the button that has the focus, if it is Enter', { key: 'Enter', code: 'Enter', target: { tagName: 'BUTTON' } }, null],
    ['counts as Enter elsewhere', { key: 'Enter', code: 'Enter' }, 'enter'],
    [
      'moves among radio buttons, if it is an arrow',
      { key: 'ArrowRight', code: 'ArrowRight', target: { tagName: 'INPUT', type: 'radio' } },
      null,
    ],
  ])('%s', (_, given, expected) => {
    expect(keyOf(press(given), bindings)).toBe(expected);
  });
});
