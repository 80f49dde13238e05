import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeWithPicture, samples } from '../../../test/support/samples.js';
import { kindOf } from './file-kind.js';

const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const CUT = Buffer.from('é').subarray(0, 1);
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const WORD = ['word/document.xml', 'wordprocessingml.document'] as const;
const PIECE_BYTES = 64 * 1024;
/** A letter of two bytes lies across the border of what a stream reads at once. */
const ACROSS = Buffer.concat([Buffer.alloc(PIECE_BYTES - 1, 'a'), Buffer.from('é;été\n')]);

const folder = mkdtempSync(join(tmpdir(), 'attrait-kinds-'));
afterAll(() => rmSync(folder, { recursive: true }));

function kind(name: string, content: Buffer): Promise<string | null> {
  const path = join(folder, 'waiting');
  writeFileSync(path, content);
  return kindOf(name, path);
}

it.each([
  ['a report', 'rapport.pdf', samples.pdf(), 'application/pdf'],
  ['a name in capitals', 'RAPPORT.PDF', samples.pdf(), 'application/pdf'],
  [
    'a report with a line of a scanner before it',
    'scan.pdf',
    Buffer.concat([Buffer.from('\n@PJL JOB\n'), samples.pdf()]),
    'application/pdf',
  ],
  ['a picture', 'capture.png', samples.png(), 'image/png'],
  ['a photograph', 'photo.jpeg', samples.jpg(), 'image/jpeg'],
  ['a photograph with the short ending', 'photo.jpg', samples.jpg(), 'image/jpeg'],
  ['a document of Word', 'rapport.docx', samples.docx(), DOCX],
  ['a document of LibreOffice', 'rapport.docx', officeWithPicture(...WORD, false), DOCX],
  ['a document of Google Docs', 'rapport.docx', officeWithPicture(...WORD, true), DOCX],
  [
    'a sheet with a picture first',
    'grille.xlsx',
    officeWithPicture('xl/workbook.xml', 'spreadsheetml.sheet', true),
    expect.stringContaining('sheet'),
  ],
  [
    'slides with a picture first',
    'oral.pptx',
    officeWithPicture('ppt/presentation.xml', 'presentationml.presentation', true),
    expect.stringContaining('presentation'),
  ],
  ['an archive', 'captures.zip', samples.zip(), 'application/zip'],
  ['a document under the name of what it also is', 'rapport.zip', samples.docx(), 'application/zip'],
  ['an archive of nothing', 'vide.zip', Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1'), 'application/zip'],
  ['a table', 'codes.csv', samples.csv(), 'text/csv'],
  ['a table in the alphabet of Windows', 'codes.csv', Buffer.from('nom;abonn\xe9s\n', 'latin1'), 'text/csv'],
  ['Unicode text of Excel', 'codes.csv', utf16('Org\tAbonnés\r\nRelacée\t400\r\n'), 'text/csv'],
  ['Unicode text the other way round', 'codes.csv', utf16('Org\tAbonnés\r\n').swap16(), 'text/csv'],
  ['a table that begins as a picture does', 'codes.csv', Buffer.from('BMO;12\n'), 'text/csv'],
  ['a table that begins as a program does', 'codes.csv', Buffer.from('MZ;Mozambique\n'), 'text/csv'],
  ['a table that begins as an archive does', 'codes.csv', Buffer.from('PK;4\n'), 'text/csv'],
  ['a table that begins as a sound does', 'codes.csv', Buffer.from('ID3;OggS;fLaC\n'), 'text/csv'],
  ['notes that begin as a drawing does', 'notes.md', Buffer.from('GIF89a était un format.\n'), 'text/markdown'],
  ['notes that begin with marks of a page', 'notes.md', HTML, 'text/markdown'],
  ['notes whose last letter is cut', 'notes.md', Buffer.concat([Buffer.from('# Été '), CUT]), 'text/markdown'],
  ['a long table with a letter across what is read at once', 'codes.csv', ACROSS, 'text/csv'],
  ['a table with the end mark of an old program', 'codes.csv', Buffer.from('a;b\n1;2\n\x1a'), 'text/csv'],
])('%s is what it says: %s', async (_, name, content, mediaType) => {
  expect(await kind(name, content)).toEqual(mediaType);
});

it.each([
  ['a program under the name of a report', 'rapport.pdf', EXE],
  ['a page under the name of a report', 'rapport.pdf', HTML],
  ['a picture under another’s name', 'capture.png', samples.jpg()],
  ['a report under the name of a table', 'codes.csv', samples.pdf()],
  ['a program under the name of a text', 'notes.md', EXE],
  ['bytes far behind a beginning of text', 'codes.csv', Buffer.concat([Buffer.alloc(3 * PIECE_BYTES, 'a;b\n'), Buffer.from([0, 1, 2])])],
  ['half a sign of UTF-16', 'codes.csv', Buffer.concat([utf16('a;b'), Buffer.from([0x41])])],
  ['a page', 'page.html', HTML],
  ['a drawing that can run', 'logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a file without ending', 'rapport', samples.pdf()],
  ['a name that belongs to every object', 'x.constructor', samples.pdf()],
  ['an archive under the name of a document', 'rapport.docx', samples.zip()],
  ['a sheet under the name of a document', 'rapport.docx', samples.xlsx()],
  ['a document that was cut', 'rapport.docx', samples.docx().subarray(0, -30)],
  [
    'a document whose list of parts is broken',
    'rapport.docx',
    Buffer.from(samples.docx().toString('latin1').replace('<Types', '<Tipes'), 'latin1'),
  ],
  ['a text under the name of an archive', 'captures.zip', Buffer.from('PK, rien d’autre')],
])('%s is refused', async (_, name, content) => {
  expect(await kind(name, content)).toBeNull();
});
