import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { jest } from '@jest/globals';
import * as cheerio from 'cheerio';
import { parse } from 'content-disposition';
import { NoRoomLeft } from '../../src/platform/blobs/blobs.errors.js';
import { Blobs } from '../../src/platform/blobs/blobs.js';
import { appForFile } from '../support/app-for-file.js';
import { pressing, stageAt } from '../support/project.js';
import { samples } from '../support/samples.js';
import type { AttachedFile, Visitor } from '../support/test-app.js';
import type { SomeTeam, Student } from '../support/world.js';

const MEGABYTE_BYTES = 1024 * 1024;

describe('a file', () => {
  const app = appForFile({ setUp: ({ world: made }) => made.assignment() });
  const { world } = app;
  let ines: Student;
  let team: SomeTeam;
  let visitor: Visitor;

  beforeEach(async () => {
    ines = await world.student();
    team = await world.team({ members: [ines] });
    visitor = await app.as(ines);
  });

  const attach = (...files: readonly Pick<AttachedFile, 'name' | 'content'>[]) =>
    pressing(visitor, ines.course).save({
      fields: { 'text-focal': 'Un atelier.' },
      files: files.map((file) => ({ field: 'file-contract', ...file })),
    });
  const kept = () =>
    app.database.query<{ id: string; name: string; media_type: string; sha256: string }>(
      'SELECT f.* FROM draft_file f JOIN draft d ON d.id = f.draft_id WHERE d.team_id = $1 ORDER BY f.added_at, f.id',
      [team.id],
    );
  const blobs = async (): Promise<number> => (await app.database.query('SELECT FROM blob')).length;
  const errorIn = (html: string): string => cheerio.load(html)('#f-file-contract-error').text();
  const incoming = (): string[] => {
    const folder = join(app.env.DATA_DIR, 'blobs', 'incoming');
    return existsSync(folder) ? readdirSync(folder) : [];
  };

  it.each([
    ['rapport.pdf', samples.pdf(), 'application/pdf'],
    ['rapport.docx', samples.docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['diapos.pptx', samples.pptx(), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['calculs.xlsx', samples.xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['capture.png', samples.png(), 'image/png'],
    ['photo.JPG', samples.jpg(), 'image/jpeg'],
    ['photo.jpeg', samples.jpg(), 'image/jpeg'],
    ['codes.csv', samples.csv(), 'text/csv'],
    ['guide.md', samples.md(), 'text/markdown'],
    ['captures.zip', samples.zip(), 'application/zip'],
  ])('of an accepted kind is kept: %s', async (name, content, mediaType) => {
    await attach({ name, content }).expect(303);

    expect(await kept()).toMatchObject([{ name, media_type: mediaType, sha256: createHash('sha256').update(content).digest('hex') }]);
  });

  it.each([
    ['a large program', 'programme.exe', Buffer.alloc(3 * MEGABYTE_BYTES, 'MZ\x90\0')],
    ['a program that calls itself a PDF', 'rapport.pdf', Buffer.from('MZ\x90\0'.repeat(20))],
    ['a page that calls itself a PDF', 'rapport.pdf', '<!doctype html><script>alert(1)</script>'],
    ['a page', 'page.html', '<!doctype html><p>'],
    ['a drawing that may run', 'dessin.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['an archive that calls itself a document', 'rapport.docx', samples.zip()],
    ['a PDF that calls itself a picture', 'capture.png', samples.pdf()],
    ['bytes that call themselves a table', 'codes.csv', Buffer.from([0, 1, 2, 3])],
    ['a file without an ending', '../../etc/passwd', 'root:x:0:0'],
  ])('that is %s is refused beside its field, and nothing of it is stored', async (_, name, content) => {
    const before = await blobs();

    const reply = await attach({ name, content }).expect(422);

    expect(errorIn(reply.text)).toContain('ce genre de fichier n’est pas accepté');
    expect(cheerio.load(reply.text)('[name="text-focal"]').text()).toBe('Un atelier.');
    expect([await kept(), await blobs(), incoming()]).toEqual([[], before, []]);
  });

  it('that is empty is refused, in the reader’s language, and the one beside it is kept', async () => {
    await app.database.query(`UPDATE person SET language = 'en' WHERE id = $1`, [ines.id]);

    const reply = await attach({ name: 'vide.pdf', content: '' }, { name: 'plein.pdf', content: samples.pdf() }).expect(422);

    expect(errorIn(reply.text)).toContain('“vide.pdf” is empty.');
    expect((await kept()).map(({ name }) => name)).toEqual(['plein.pdf']);
  });

  it.each([
    ['../../../etc/cron.d/x.pdf', 'x.pdf'],
    ['C:\\Users\\Inès\\mémoire.pdf', 'mémoire.pdf'],
    ['rapport\u202efdp.exe.pdf', 'rapportfdp.exe.pdf'],
    ['CON.pdf', 'CON.pdf'],
    ['"><img src=x onerror=alert(1)>.pdf', '"><img src=x onerror=alert(1)>.pdf'],
    ['e\u0301quipe n° 4, l’été.pdf', 'équipe n° 4, l’été.pdf'],
    ['a\tb\u2028c.pdf', 'abc.pdf'],
    ['avant%0D%0Aaprès 100%.pdf', 'avantaprès 100%.pdf'],
    ['ventes\\2026.pdf', 'ventes\\2026.pdf'],
    ['équipe/annexes\\A.pdf', 'annexes\\A.pdf'],
    [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(145)}….pdf`],
  ])('may be called %j: it is shown as text and given back under that name', async (given, name) => {
    await visitor
      .upload(`${stageAt(ines.course)}/draft`, { version: '0' })
      .attach('file-contract', samples.pdf(), { filename: given.replaceAll('"', '%22') })
      .expect(303);

    const [file] = await kept();
    expect(file!.name).toBe(name);
    const page = cheerio.load((await visitor.get(stageAt(ines.course))).text);
    expect(page('.attached a').text()).toBe(name);
    expect(page('.attached img')).toHaveLength(0);
    const { headers } = await visitor.get(`${stageAt(ines.course)}/files/${file!.id}`).expect(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename=[\x20-\x7e]+$/);
    expect(parse(headers['content-disposition']!).parameters['filename']).toBe(name);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-type': 'application/pdf',
    });
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
  });

  it('is one of ten at most, in all: the eleventh is named, the ten are kept', async () => {
    const nine = Array.from({ length: 9 }, (_, place) => ({ name: `${place}.pdf`, content: samples.pdf(String(place)) }));
    await attach(...nine).expect(303);

    const reply = await attach(
      { name: 'dixième.pdf', content: samples.pdf('10') },
      { name: 'onzième.pdf', content: samples.pdf('11') },
    ).expect(422);

    expect(errorIn(reply.text)).toContain('onzième.pdf');
    expect(errorIn(reply.text)).not.toContain('dixième.pdf');
    expect(await kept()).toHaveLength(10);
  });

  it('is one of ten at most when two members add at once', async () => {
    const six = (member: string) =>
      Array.from({ length: 6 }, (_, place) => ({ name: `${member}${place}.pdf`, content: samples.pdf(member + place) }));

    const replies = await Promise.all([attach(...six('a')), attach(...six('b'))]);

    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await kept()).toHaveLength(10);
  });

  it('sent twice is there once', async () => {
    const file = { name: 'contrat.pdf', content: samples.pdf() };

    await Promise.all([attach(file, file), attach(file)]);

    expect(await kept()).toHaveLength(1);
  });

  it('does not take the fields after it along when there is no room left', async () => {
    jest.spyOn(app.nest.get(Blobs), 'receive').mockRejectedValueOnce(new NoRoomLeft());
    const large = Buffer.concat([samples.pdf(), Buffer.alloc(MEGABYTE_BYTES)]);

    const reply = await visitor
      .upload(`${stageAt(ines.course)}/draft`, { version: '0' })
      .attach('file-contract', large, 'contrat.pdf')
      .attach('file-proposal', samples.pdf(), 'proposition.pdf')
      .field('text-focal', 'Un atelier.')
      .expect(422);

    expect(errorIn(reply.text)).toContain('il n’y a plus de place');
    expect((await kept()).map(({ name }) => name)).toEqual(['proposition.pdf']);
    expect(cheerio.load(reply.text)('[name="text-focal"]').text()).toBe('Un atelier.');
  });

  /** A form written by hand, so that its file may be as large as one likes without being anywhere. */
  const stream = (
    megabytes: number,
    { text: after = '', version = 0, stopAt = Infinity },
  ): Promise<{ status: number; text: string } | 'cut'> =>
    new Promise((resolve, reject) => {
      const edge = '--edge\r\ncontent-disposition: form-data; name=';
      const target = new URL(`${stageAt(ines.course)}/draft`, app.url);
      const headers = { 'content-type': 'multipart/form-data; boundary=edge', 'sec-fetch-site': 'same-origin', cookie: visitor.cookie };
      const sent = httpRequest(target, { method: 'POST', headers }, (reply) => {
        let text = '';
        reply.on('data', (piece: Buffer) => (text += piece.toString())).on('end', () => resolve({ status: reply.statusCode!, text }));
      });
      sent.on('error', (error) => (stopAt < Infinity ? resolve('cut') : reject(error)));
      const body = function* () {
        yield `${edge}"_token"\r\n\r\n${visitor.token}\r\n${edge}"version"\r\n\r\n${version}\r\n`;
        yield `${edge}"file-contract"; filename="grand.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
        yield samples.pdf();
        for (let count = 0; count < megabytes; count += 1) {
          if (count >= stopAt) return void sent.destroy();
          yield Buffer.alloc(MEGABYTE_BYTES, count);
        }
        yield `\r\n${edge}"text-focal"\r\n\r\n${after}\r\n--edge--\r\n`;
      };
      Readable.from(body()).pipe(sent);
    });

  it('of 49 MB is kept, one of 51 is cut, and neither is ever in memory', async () => {
    const before = process.memoryUsage().rss;

    expect(await stream(49, { text: 'Un atelier.' })).toMatchObject({ status: 303 });
    const cut = (await stream(300, { text: 'Deux ateliers.', version: 1 })) as { status: number; text: string };

    expect(cut.status).toBe(422);
    expect(errorIn(cut.text)).toContain('dépasse 50\u00a0Mo');
    expect(cheerio.load(cut.text)('[name="text-focal"]').text()).toBe('Deux ateliers.');
    expect(await kept()).toHaveLength(1);
    expect(incoming()).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MEGABYTE_BYTES);
  });

  it('that stops half-way leaves nothing behind', async () => {
    expect(await stream(40, { stopAt: 20 })).toBe('cut');

    for (let tries = 0; tries < 50 && incoming().length > 0; tries += 1) await new Promise((soon) => setTimeout(soon, 20));
    expect(incoming()).toEqual([]);
    expect(await kept()).toEqual([]);
    await visitor.get(stageAt(ines.course)).expect(200);
  });
});
