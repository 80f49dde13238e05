import fc from 'fast-check';
import { harmless } from './gradebook-csv.js';

it.each([
  ['=cmd|calc', "'=cmd|calc"],
  ['+33', "'+33"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\t=1', "'\t=1"],
  ['\tplain', "'\tplain"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['＝1+1', "'＝1+1"],
  ['Tremblay, Zoé', 'Tremblay, Zoé'],
  ['a=b', 'a=b'],
  ['', ''],
])('the text %j is written as %j', (text, written) => {
  expect(harmless(text)).toBe(written);
});

it('leaves no text that begins, after its spaces, with a sign that reckons', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...' \t\r\n\u00a0=+-@＝a,;"') }), (text) => {
      expect(harmless(text)).not.toMatch(/^\s*[=+\-@＝]/u);
    }),
  );
});
