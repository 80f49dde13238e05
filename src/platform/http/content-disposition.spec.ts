import { contentDisposition } from './content-disposition.js';

it.each([
  ['rapport.pdf', `attachment; filename="rapport.pdf"; filename*=UTF-8''rapport.pdf`],
  ['Été à Gaspé.pdf', `attachment; filename="Ete a Gaspe.pdf"; filename*=UTF-8''%C3%89t%C3%A9%20%C3%A0%20Gasp%C3%A9.pdf`],
  ['a"b\\c.pdf', `attachment; filename="a_b_c.pdf"; filename*=UTF-8''a%22b_c.pdf`],
  ['x\r\nset-cookie: a=b.pdf', `attachment; filename="xset-cookie: a=b.pdf"; filename*=UTF-8''xset-cookie%3A%20a%3Db.pdf`],
  ['fdp.\u202Eexe.pdf', `attachment; filename="fdp.exe.pdf"; filename*=UTF-8''fdp.exe.pdf`],
  ['../../etc/passwd', `attachment; filename=".._.._etc_passwd"; filename*=UTF-8''.._.._etc_passwd`],
  ["l'été (1)*.md", `attachment; filename="l'ete (1)*.md"; filename*=UTF-8''l%27%C3%A9t%C3%A9%20%281%29%2A.md`],
  ['', `attachment; filename="file"; filename*=UTF-8''file`],
])('%j becomes %s', (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});
