import { jest } from '@jest/globals';
import * as cheerio from 'cheerio';
import { CurriculumContent } from '../../src/curriculum/index.js';
import { LANGS } from '../../src/kernel/localised.js';
import { FrontCache } from '../../src/platform/http/front-cache.js';
import { appForFile } from '../support/app-for-file.js';

describe('a deck in other forms', () => {
  const app = appForFile();
  const { world } = app;
  const content = () => app.nest.get(CurriculumContent);

  /** As `open: false` in its unit.yaml would. */
  function shut(key: string): void {
    const unit = content().unit(key)!;
    jest.spyOn(content(), 'unit').mockImplementation((asked) => (asked === key ? { ...unit, open: false } : null));
    app.nest.get(FrontCache).forget('/slides/');
  }

  /** Words of a deck’s notes that stand on none of its slides. */
  const notesOf = (key: string, lang: 'fr' | 'en'): string[] =>
    content()
      .deck(key, lang)!
      .slides.filter(({ notes }) => notes)
      .map(({ notes }) =>
        notes!
          .replace(/<[^>]*>/g, '')
          .trim()
          .slice(0, 50),
      );

  it('reads as a document: a passage for each slide, which leads back to it', async () => {
    const { text, headers } = await app.stranger().get('/slides/fr/web-uses/transcript').expect(200);
    const page = cheerio.load(text);
    const { slides } = content().deck('web-uses', 'fr')!;

    expect(headers['cache-control']).toMatch(/^public/);
    expect(page('h1').text()).toBe(content().unit('web-uses')!.title.fr);
    expect(page('section[id^="slide-"]').length).toBe(slides.length);
    expect(page('#slide-7 a').attr('href')).toBe('/slides/fr/web-uses#/7');
    expect(page('#slide-7 h2').text()).toBe(slides[6]!.title);
    expect(page('section svg:not(.icon), section img').length).toBe(0);
    expect(page('section').text()).toContain('Figure.');
  });

  it('says the same to everybody, in both languages, and is not sent twice', async () => {
    for (const lang of LANGS)
      for (const form of ['/transcript', '.md']) {
        const address = `/slides/${lang}/web-uses${form}`;
        const first = await app.stranger().get(address).expect(200);
        const again = await (await app.as(await world.student())).get(address).expect(200);
        expect(again.text).toBe(first.text);
        expect(first.headers['set-cookie']).toBeUndefined();
        await app.stranger().get(address).set('if-none-match', first.headers['etag']!).expect(304);
      }
  });

  it('is a Markdown file with a name of its own', async () => {
    const { text, headers } = await app.stranger().get('/slides/fr/web-monitoring.md').expect(200);

    expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="Module 4, Le monitorage web.md"');
    expect(text.split('\n---\n').length).toBe(content().deck('web-monitoring', 'fr')!.slides.length);
    expect(text).toContain('é');
  });

  it('holds no speaker note and no right answer, whatever the deck and the form', async () => {
    for (const { key } of content().units())
      for (const lang of LANGS) {
        const texts = await Promise.all(
          ['.md', '/transcript'].map((form) => app.stranger().get(`/slides/${lang}/${key}${form}`).expect(200)),
        );
        const [markdown, transcript] = texts.map(({ text }) => text);
        const said = `${markdown}${cheerio.load(transcript!).text()}`;
        expect(notesOf(key, lang).filter((note) => said.includes(note))).toEqual([]);
        expect(markdown).not.toMatch(/^\s*(?:notes?|remarques?)\s*:|^\s*answer\s*:/im);
      }
  });

  it('of a deck that is not open, goes to its readers alone and into no cache', async () => {
    shut('web-monitoring');
    const course = await world.course();
    const section = await world.section({ course });
    const [student, lecturer] = [await app.as(await world.student({ section })), await app.as(await world.lecturer({ course }))];
    for (const form of ['/transcript', '.md']) {
      await app.stranger().get(`/slides/fr/web-monitoring${form}`).expect(404);
      await student.get(`/slides/fr/web-monitoring${form}`).expect(404);
      const { headers } = await lecturer.get(`/slides/fr/web-monitoring${form}`).expect(200);
      expect(headers['cache-control']).toBe('private, no-store');
    }
  });

  it('is offered beside the slides and on the page of the unit', async () => {
    const deck = cheerio.load((await app.stranger().get('/slides/en/web-uses')).text);
    const ways = ['/slides/en/web-uses.pdf', '/slides/en/web-uses.md', '/slides/en/web-uses/transcript', '/slides/en/web-uses?view=print'];
    expect(
      deck('.downloads a')
        .toArray()
        .map((link) => deck(link).attr('href')),
    ).toEqual(ways);

    const course = await world.course();
    const page = cheerio.load((await (await app.as(await world.lecturer({ course }))).get(`/courses/${course.slug}/units/web-uses`)).text);
    expect(page('.downloads a[href="/slides/fr/web-uses/transcript"]').length).toBe(1);
  });

  it.each(['/slides/fr/no-such.md', '/slides/fr/no-such/transcript', '/slides/de/web-uses.md', '/slides/fr/web-uses.exe'])(
    '%s is not there',
    async (address) => {
      await app.stranger().get(address).expect(404);
    },
  );
});
