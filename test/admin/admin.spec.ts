import * as cheerio from 'cheerio';
import { h } from 'preact';
import { DataSource } from 'typeorm';
import { MailPage } from '../../src/admin/mail.view.js';
import { OverviewPage } from '../../src/admin/overview.view.js';
import type { InstallationFacts } from '../../src/admin/installation.js';
import { MailService, type Message } from '../../src/platform/mail/mail.service.js';
import { aPerson, rendered } from '../look/rendering.js';
import { appForFile } from '../support/app-for-file.js';
import type { Visitor } from '../support/test-app.js';

const app = appForFile();
const { world } = app;

describe('the administration', () => {
  let admin: Visitor;

  beforeEach(async () => {
    admin = await app.as(await world.admin({ language: null }));
  });

  const read = async (path: string, lang = 'fr') => cheerio.load((await admin.get(path).set('accept-language', lang).expect(200)).text);

  it('is for administrators: others find nothing there, and strangers are sent to sign in and back', async () => {
    for (const one of [await world.student(), await world.assistant(), await world.lecturer()])
      for (const path of ['/admin', '/admin/mail']) await (await app.as(one)).get(path).expect(404);
    const reply = await app.stranger().get('/admin/mail?page=2').expect(303);

    expect(reply.headers['location']).toBe('/sign-in?next=%2Fadmin%2Fmail%3Fpage%3D2');
  });

  it.each([
    ['fr', 'Administration', 'Les fichiers de diapos et de travaux se lisent sans faute.', 'Comptes'],
    ['en', 'Administration', 'The files of slides and assignments have no mistakes.', 'Accounts'],
  ])('says in %s what runs, how much there is, and that the content is well', async (lang, title, content, accounts) => {
    const [{ people }] = (await app.database.query<{ people: number }>('SELECT count(*)::int AS people FROM person')) as [
      { people: number },
    ];
    const page = await read('/admin', lang);
    const fact = (name: string): string => page(`dt:contains("${name}")`).next().text();

    expect(page('h1').text()).toBe(title);
    expect(page('main').text()).toContain(content);
    expect(fact(accounts)).toBe(String(people));
    expect(fact('PostgreSQL')).toMatch(/^\d+\.\d+/);
    expect(fact('Attrait')).toMatch(/^\d+\.\d+\.\d+$/);
  });

  describe('of mail', () => {
    const message = (number: number, more: Partial<Message> = {}): Message => ({
      cause: `story:${number}`,
      recipient: `reader${number}@school.test`,
      language: 'fr',
      subject: `Sujet ${number}`,
      body: `Corps ${number}\nseconde ligne`,
      ...more,
    });
    const subjects = async (path: string): Promise<string[]> => {
      const page = await read(path);
      return page('.mail-subject')
        .toArray()
        .map((element) => page(element).text());
    };

    it('begins with nothing, and says what will be there', async () => {
      await app.database.query('TRUNCATE mail');

      expect((await read('/admin/mail'))('.empty').text()).toContain('Aucun courriel pour l’instant');
    });

    it('has the newest messages first, twenty-five a page, each to be read', async () => {
      await app.database.query('TRUNCATE mail');
      for (let number = 1; number <= 30; number += 1) await app.nest.get(MailService).write([message(number)]);

      expect((await subjects('/admin/mail')).slice(0, 2)).toEqual(['Sujet 30', 'Sujet 29']);
      expect(await subjects('/admin/mail')).toHaveLength(25);
      expect(await subjects('/admin/mail?page=2')).toEqual(['Sujet 5', 'Sujet 4', 'Sujet 3', 'Sujet 2', 'Sujet 1']);
      const page = await read('/admin/mail?page=2');
      expect(page('.mail-body').last().text()).toBe('Corps 1\nseconde ligne');
      expect(page('.mail-to').last().text()).toBe('reader1@school.test');
      expect(page('[rel=prev]').attr('href')).toBe('/admin/mail?page=1');
      expect(page('[rel=next]')).toHaveLength(0);
    });

    it.each(['0', '-1', '1e9', 'NaN', 'next', '1&page=2'])('shows the first page to whoever asks for page %s', async (asked) => {
      expect((await admin.get(`/admin/mail?page=${asked}`)).status).toBe(200);
    });

    it('shows what people wrote as text, never as markup', async () => {
      await app.nest.get(MailService).write([message(99, { subject: '<svg onload=alert(1)>', body: '</pre><script>alert(1)</script>' })]);
      const page = await read('/admin/mail');

      expect(page('.mail-subject').first().text()).toBe('<svg onload=alert(1)>');
      expect(page('.mail-body').first().text()).toBe('</pre><script>alert(1)</script>');
      expect(page('main script, main svg[onload]')).toHaveLength(0);
    });

    it('says of each message where it stands', () => {
      const mail = {
        id: '1',
        recipient: 'a@b.test',
        language: 'fr' as const,
        subject: 's',
        body: 'b',
        createdAt: new Date(),
        sentAt: null,
        lastError: null,
        dueAt: null,
      };
      const stateOf = (more: object, isSending: boolean): string =>
        rendered(h(MailPage, { mails: [{ ...mail, ...more }], number: 1, pages: 1, total: 1, isSending }), {
          person: { ...aPerson, isAdmin: true },
        })('.badge')
          .text()
          .trim();

      expect(stateOf({}, false)).toBe('Gardé ici');
      expect(stateOf({}, true)).toBe('Gardé ici');
      expect(stateOf({ dueAt: new Date() }, true)).toBe('En attente');
      expect(stateOf({ dueAt: new Date(), lastError: 'no route' }, true)).toBe('À réessayer');
      expect(stateOf({ lastError: 'no route' }, true)).toBe('Échec');
      expect(stateOf({ sentAt: new Date(), lastError: null }, true)).toBe('Envoyé');
    });
  });

  it('names each mistake in the content with its file, line and reason', () => {
    const problems = [{ file: 'slides/05-x/deck.fr.md', line: 12, reason: { fr: 'deux notes', en: 'two notes' } }];
    const page = (lang: 'fr' | 'en') =>
      rendered(h(OverviewPage, { facts: {} as InstallationFacts, problems }), { lang, person: { ...aPerson, isAdmin: true } });

    expect(page('fr')('tbody tr').text()).toBe('slides/05-x/deck.fr.md12deux notes');
    expect(page('en')('tbody tr').text()).toBe('slides/05-x/deck.fr.md12two notes');
  });
});

describe('health', () => {
  it('is told to anybody, without a cookie', async () => {
    const [live, ready] = [await app.stranger().get('/health/live').expect(200), await app.stranger().get('/health/ready').expect(200)];

    expect([live.body, ready.body]).toEqual([{ status: 'live' }, { status: 'ready' }]);
    expect(live.headers['set-cookie']).toBeUndefined();
    expect(live.headers['cache-control']).toMatch(/no-store/);
  });

  it('is not ready while the database lets everybody wait, and is again afterwards', async () => {
    const source = app.nest.get(DataSource);
    const held = Array.from({ length: 10 }, () => source.createQueryRunner());
    for (const runner of held) await runner.connect();

    const [live, ready] = [await app.stranger().get('/health/live'), await app.stranger().get('/health/ready')];
    for (const runner of held) await runner.release();

    expect(live.status).toBe(200);
    expect([ready.status, ready.body]).toEqual([503, { status: 'not-ready', reason: 'database' }]);
    await app.stranger().get('/health/ready').expect(200);
  });
});
