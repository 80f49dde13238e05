import { kindOf } from './file-kind.js';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex');
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF');
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const CSV = Buffer.from('nom;abonnés\nSentier lent;400\n');
const EXCEL_CSV = Buffer.from('nom;abonn\xe9s\n', 'latin1');
const CUT = Buffer.from('é').subarray(0, 1);

it.each([
  ['rapport.pdf', PDF, 'application/pdf'],
  ['RAPPORT.PDF', PDF, 'application/pdf'],
  ['capture.png', PNG, 'image/png'],
  ['photo.jpeg', JPEG, 'image/jpeg'],
  ['photo.jpg', JPEG, 'image/jpeg'],
  ['codes.csv', CSV, 'text/csv'],
  ['codes.csv', EXCEL_CSV, 'text/csv'],
  ['notes.md', Buffer.concat([Buffer.from('# Été '), CUT]), 'text/markdown'],
  ['vide.md', Buffer.alloc(0), 'text/markdown'],
])('%s is what it says', async (name, head, mediaType) => {
  expect(await kindOf(name, head)).toBe(mediaType);
});

it.each([
  ['a program under the name of a report', 'rapport.pdf', EXE],
  ['a page under the name of a report', 'rapport.pdf', HTML],
  ['a picture under another’s name', 'capture.png', JPEG],
  ['a report under the name of a table', 'codes.csv', PDF],
  ['a program under the name of a text', 'notes.md', EXE],
  ['a page', 'page.html', HTML],
  ['a drawing that can run', 'logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a file without ending', 'rapport', PDF],
  ['a name that belongs to every object', 'x.constructor', PDF],
])('%s is refused', async (_, name, head) => {
  expect(await kindOf(name, head)).toBeNull();
});
