import { isHeld } from './held.js';

it.each([
  ['nothing', undefined, false],
  ['this version', '"abc"', true],
  ['this version, weakly', 'W/"abc"', true],
  ['this version among others', '"x" ,  "abc","y"', true],
  ['any version', '*', true],
  ['another version', '"abd"', false],
  ['a version whose name holds this one’s', '"x"abc"', false],
  ['nonsense', ',,W/,', false],
])('a reader who says to have %s', (_, header, known) => {
  expect(isHeld('"abc"', header === undefined ? {} : { 'if-none-match': header })).toBe(known);
});

it('is believed whatever it tells the caches on the way', () => {
  expect(isHeld('"abc"', { 'if-none-match': '"abc"', 'cache-control': 'no-cache', pragma: 'no-cache' })).toBe(true);
});
