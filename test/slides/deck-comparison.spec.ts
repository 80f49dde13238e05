import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import * as cheerio from 'cheerio';
import { CurriculumContent } from '../../src/curriculum/index.js';
import { DeckPdfs } from '../../src/slides/index.js';
import { changesOf } from '../../src/slides/compare/changes.js';
import { readDeck } from '../../src/decks/read-deck.js';
import { Chromium } from '../../src/slides/download/pdf/chromium.js';
import { appForFile } from '../support/app-for-file.js';

describe('the decks of a course, for those who teach it', () => {
  const app = appForFile();
  const { world } = app;
  const content = () => app.nest.get(CurriculumContent);

  it('stand side by side, with their files, and nothing differs', async () => {
    const assistant = await world.assistant();
    const page = cheerio.load((await (await app.as(assistant)).get(`/courses/${assistant.course.slug}/decks`).expect(200)).text);

    expect(page('section[id]').length).toBe(content().units().length);
    expect(page('#competitive-analysis code').first().text()).toBe('slides/05-competitive-analysis/deck.fr.md');
    expect(
      page('#competitive-analysis tbody td.n')
        .toArray()
        .map((cell) => page(cell).text()),
    ).toEqual(['26', '26']);
    expect(page('#web-uses').text()).toContain('mêmes diapos');
  });

  it('are no business of students', async () => {
    const student = await world.student();
    await (await app.as(student)).get(`/courses/${student.course.slug}/decks`).expect(404);
  });

  it('are asked for as PDF by an administrator, who sees how far it is', async () => {
    jest.spyOn(app.nest.get(Chromium), 'find').mockResolvedValue('/usr/bin/chromium');
    const admin = await app.as(await world.person({ isAdmin: true }));
    await admin.post('/admin/decks').type('form').send({}).expect(303).expect('location', '/admin/decks?done=rebuild');

    const page = cheerio.load((await admin.get('/admin/decks?done=rebuild').expect(200)).text);
    expect(page('tbody tr').length).toBe(18);
    expect(page('#standing').attr('data-renews')).toBe('soon');
    expect(page('progress').attr('max')).toBe('18');
    expect(page('progress').attr('value')).toBe('0');
    expect((await app.nest.get(DeckPdfs).list()).every(({ state }) => state === 'waiting')).toBe(true);
  });

  it('are not promised as PDF where the machine has no browser', async () => {
    jest.spyOn(app.nest.get(Chromium), 'find').mockResolvedValue(null);
    const page = cheerio.load((await (await app.as(await world.person({ isAdmin: true }))).get('/admin/decks').expect(200)).text);

    expect(page('.banner.warn').text()).toContain('Chromium');
    expect(page('form[action="/admin/decks"]').length).toBe(0);
  });
});

describe('decks that differ', () => {
  // Of its own: what was compared once is kept until a file changes.
  const app = appForFile();

  it('are told apart slide by slide, with links to both', async () => {
    const content = app.nest.get(CurriculumContent);
    const lecturer = await app.world.lecturer();
    const english = content.deck('web-uses', 'en')!;
    const shorter = readDeck('# One\n\n---\n\n## Two', { file: 'deck.en.md', lang: 'en', unit: 'web-uses', images: new Set() }).deck!;
    const french = content.deck('web-uses', 'fr')!;
    jest
      .spyOn(content, 'deck')
      .mockImplementation((key, lang) =>
        key === 'web-uses' ? (lang === 'en' ? { ...english, slides: english.slides.toSpliced(6, 1) } : french) : shorter,
      );
    const page = cheerio.load((await (await app.as(lecturer)).get(`/courses/${lecturer.course.slug}/decks`).expect(200)).text);

    expect(page('#web-uses caption').text()).toContain('Une différence');
    expect(page('#web-uses table').last().text()).toMatch(/La diapo\s7 du français/);
    expect(page('#web-uses a[href="/slides/fr/web-uses#/7"]').length).toBe(1);
  });
});

describe('when a file changed', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'changes-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (text: string): void => {
    mkdirSync(join(folder, 'slides'), { recursive: true });
    writeFileSync(join(folder, 'slides/deck.fr.md'), text);
  };
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.ca', ...words], {
      cwd: folder,
      env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_COMMITTER_DATE: '1700000000 +0000' },
      stdio: 'pipe',
    });
  const known = async () => (await changesOf(folder, ['slides/deck.fr.md'])).get('slides/deck.fr.md');

  it('its commits say, in a checkout', async () => {
    write('# A');
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'A');
    expect(await known()).toMatchObject({ source: 'commits', first: new Date(1_700_000_000_000), last: new Date(1_700_000_000_000) });
    write('# B');
    expect(await known()).toMatchObject({ source: 'disk' });
  });

  it('the disk says, elsewhere', async () => {
    write('# A');
    expect(await known()).toMatchObject({ source: 'disk' });
    expect((await changesOf(folder, ['slides/absent.md'])).size).toBe(0);
  });
});
