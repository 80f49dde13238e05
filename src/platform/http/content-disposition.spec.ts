import { parse } from 'content-disposition';
import fc from 'fast-check';
import { contentDisposition } from './content-disposition.js';

it.each([
  ['rapport.pdf', 'attachment; filename=rapport.pdf'],
  ['Été à Gaspé.pdf', `attachment; filename="Ete a Gaspe.pdf"; filename*=UTF-8''%C3%89t%C3%A9%20%C3%A0%20Gasp%C3%A9.pdf`],
  ['a"b\\c.pdf', `attachment; filename=a_b_c.pdf; filename*=UTF-8''a%22b%5Cc.pdf`],
  ['x\r\nset-cookie: a=b.pdf', 'attachment; filename="xset-cookie: a=b.pdf"'],
  ['fdp.\u202Eexe.pdf', 'attachment; filename=fdp.exe.pdf'],
  ['../../etc/passwd', 'attachment; filename=.._.._etc_passwd'],
  ["l'été (1)*.md", `attachment; filename="l'ete (1)*.md"; filename*=UTF-8''l%27%C3%A9t%C3%A9%20%281%29%2A.md`],
  ['', 'attachment; filename=file'],
  ['100%41.pdf', `attachment; filename=100_41.pdf; filename*=UTF-8''100%2541.pdf`],
  [
    'Synthèse, équipe n° 4 — «\u00a0final\u00a0».pdf',
    `attachment; filename="Synthese, equipe n_ 4 _ _ final _.pdf"; filename*=UTF-8''Synth%C3%A8se%2C%20%C3%A9quipe%20n%C2%B0%204%20%E2%80%94%20%C2%AB%C2%A0final%C2%A0%C2%BB.pdf`,
  ],
])('%j becomes %s', (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});

it('gives back every name, on one line of ASCII, without what would fool an eye or a file system', () => {
  const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(name, (given) => {
      const header = contentDisposition(given);
      expect(header).toMatch(/^attachment; filename=[\x20-\x7e]+$/);
      expect(parse(header)).toMatchObject({
        type: 'attachment',
        parameters: { filename: given.replace(/[\p{Cc}\p{Cf}]/gu, '').replaceAll('/', '_') || 'file' },
      });
    }),
  );
});
