import { jest } from '@jest/globals';
import * as cheerio from 'cheerio';
import { CurriculumContent, CurriculumService } from '../../src/curriculum/index.js';
import { FrontCache } from '../../src/platform/http/front-cache.js';
import { appForFile } from '../support/app-for-file.js';
import { DAY_MS } from '../support/world.js';

const DECK = '/slides/fr/web-monitoring';

describe('the slides', () => {
  const app = appForFile();
  const { world } = app;

  /** Shuts the deck to the public for one test, as `open: false` in its unit.yaml would. */
  function shut(): void {
    const content = app.nest.get(CurriculumContent);
    const unit = content.unit('web-monitoring')!;
    jest.spyOn(content, 'unit').mockImplementation((key) => (key === unit.key ? { ...unit, open: false } : null));
    app.nest.get(FrontCache).forget('/slides/');
  }

  it('are the same for everybody, compressed, and not sent twice', async () => {
    const first = await app.stranger().get(DECK).set('accept-encoding', 'br').expect(200);
    const again = await (await app.as(await world.student())).get(DECK).set('accept-encoding', 'br').expect(200);

    expect(first.headers['content-encoding']).toBe('br');
    expect(first.headers['set-cookie']).toBeUndefined();
    expect(again.text).toBe(first.text);
    expect(cheerio.load(first.text)('.slides section').length).toBeGreaterThanOrEqual(24);
    await app.stranger().get(DECK).set('if-none-match', first.headers['etag']!).expect(304);
  });

  it('hold no speaker note, in any deck or answer', async () => {
    const content = app.nest.get(CurriculumContent);
    for (const { key } of content.units()) {
      const { text } = await app.stranger().get(`/slides/fr/${key}`).expect(200);
      const note = cheerio.load(content.deck(key, 'fr')!.slides[0]!.notes!).text().trim().slice(0, 60);
      expect(note).not.toBe('');
      expect(cheerio.load(text).text()).not.toContain(note);
      expect(text).not.toMatch(/class="notes"|Note\s*:\s/);
    }
  });

  it('fall back to the language that is written, and say so', async () => {
    const content = app.nest.get(CurriculumContent);
    const french = content.deck('web-monitoring', 'fr');
    jest.spyOn(content, 'deck').mockReturnValue(french);
    app.nest.get(FrontCache).forget('/slides/');
    const page = cheerio.load((await app.stranger().get('/slides/en/web-monitoring').expect(200)).text);

    expect(page('html').attr('lang')).toBe('en-CA');
    expect(page('.slides').closest('[lang="fr-CA"], [lang="fr"]').length).toBeGreaterThan(0);
    expect(page('body').text()).toContain('French');
  });

  it('do not exist under another name or language', async () => {
    await app.stranger().get('/slides/fr/no-such-unit').expect(404);
    await app.stranger().get('/slides/de/web-monitoring').expect(404);
    await app.stranger().get('/slides/images/web-monitoring/..%2f..%2funit.yaml').expect(404);
    await app.stranger().get('/slides/images/web-uses/three-waves.svg').expect(404);
  });

  it('may be framed here and nowhere else, and run no script but ours', async () => {
    const policy = (await app.stranger().get(DECK).expect(200)).headers['content-security-policy'];

    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  });

  it('that are not open answer only those to whom the unit is released, and stay out of the cache', async () => {
    shut();
    const student = await world.student();
    const other = await world.student({ section: await world.section({ course: await world.course() }) });
    const lecturer = await world.lecturer();
    const release = (state: 'published' | 'scheduled', opensAt?: Date) =>
      app.nest
        .get(CurriculumService)
        .addReleases(student.course.id, [{ unit: 'web-monitoring', state, ...(opensAt && { opensAt }) } as never]);

    await app.stranger().get(DECK).expect(404);
    await (await app.as(student)).get(DECK).expect(404);
    await release('scheduled', new Date(Date.now() + DAY_MS));
    await (await app.as(student)).get(DECK).expect(404);
    await app.database.query(`UPDATE unit_release SET opens_at = now()`);

    const answer = await (await app.as(student)).get(DECK).expect(200);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    await (await app.as(lecturer)).get(DECK).expect(200);
    await (await app.as(other)).get(DECK).expect(404);
    await app.stranger().get(DECK).expect(404);
  });

  it('are presented with their notes by staff alone', async () => {
    const assistant = await world.assistant();
    const address = `/courses/${assistant.course.slug}/present/fr/web-monitoring`;
    const note = cheerio.load(app.nest.get(CurriculumContent).deck('web-monitoring', 'fr')!.slides[0]!.notes!).text().trim().slice(0, 60);

    const page = await (await app.as(assistant)).get(address).expect(200);
    expect(cheerio.load(page.text).text()).toContain(note);
    await (await app.as(await world.student())).get(address).expect(404);
    await (await app.as(await world.lecturer({ course: await world.course() }))).get(address).expect(404);
    await app.stranger().get(address).expect(303);
  });
});
