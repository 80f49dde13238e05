import type { BrowserContextOptions, Page } from 'playwright-core';
import { CurriculumContent, CurriculumService } from '../../src/curriculum/index.js';
import { spaced } from '../support/pages.js';
import { type Student, worldOf } from '../support/world.js';
import { openSite } from './site.js';

const UNIT = 'web-writing';
const PHONE = { viewport: { width: 390, height: 800 } };

describe('a student who reads a deck', () => {
  const site = openSite({ locale: 'fr-CA', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  afterEach(() => expect(site.found.splice(0)).toEqual([]));

  async function aStudent(): Promise<{ student: Student; slug: string; deck: (lang: string, query?: string) => string }> {
    const world = worldOf(site.app);
    const student = await world.student({ section: await world.section({ course: await world.course() }) });
    const { slug, id } = student.course;
    await site.app.nest.get(CurriculumService).addReleases(id, [{ unit: UNIT, state: 'published' }]);
    return { student, slug, deck: (lang, query = '') => `/slides/${lang}/${UNIT}?course=${slug}${query}` };
  }
  const running = (page: Page): Promise<void> => page.locator('.reveal.ready').waitFor();
  const kept = (page: Page) => page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/bookmark'));
  const markOf = async ({ id }: Student) =>
    (
      await site.app.database.query<{ slide: number; language: string; finished_at: Date | null }>(
        `SELECT slide, language, finished_at FROM study_mark WHERE person_id = $1 AND item = 'deck'`,
        [id],
      )
    )[0];
  /** Waits until the course knows: what is told while a page is left answers nobody. */
  async function known(student: Student, expected: { slide: number; isFinished: boolean }): Promise<void> {
    const isKnown = async (): Promise<boolean> => {
      const mark = await markOf(student);
      return mark?.slide === expected.slide && (mark.finished_at !== null) === expected.isFinished;
    };
    for (const end = Date.now() + 15_000; !(await isKnown()); await new Promise((next) => setTimeout(next, 50)))
      if (Date.now() > end) throw new Error(`The course knows ${JSON.stringify(await markOf(student))}.`);
  }
  const slides = (): number => site.app.nest.get(CurriculumContent).deck(UNIT, 'fr')!.slides.length;
  const takenUp = async (page: Page): Promise<string> => spaced(await page.locator('[data-taken-up] p').innerText());

  /** In windows from a phone on its side to a desk: the notice lies over none of the arrows. */
  async function covered(page: Page): Promise<string[]> {
    const found: string[] = [];
    for (const [width, height] of [
      [1280, 800],
      [844, 390],
      [667, 375],
    ] as const) {
      await page.setViewportSize({ width, height });
      const [notice, ...arrows] = await page.evaluate(() =>
        [...document.querySelectorAll('.deck-taken-up, .controls :is(.navigate-left, .navigate-right)')]
          .sort((one) => (one.matches('.deck-taken-up') ? -1 : 1))
          .map((one) => one.getBoundingClientRect().toJSON() as Omit<DOMRect, 'toJSON'>),
      );
      const meets = arrows.some(
        ({ left, right, top, bottom }) => notice!.right > left && notice!.left < right && notice!.bottom > top && notice!.top < bottom,
      );
      if (meets || arrows.length !== 2 || arrows.some(({ width: wide }) => wide === 0)) found.push(`${width} × ${height}`);
    }
    return found;
  }

  it('goes on where they stopped, on another device too, and may go back to the beginning', async () => {
    const { student, slug, deck } = await aStudent();
    const [one, other] = [await site.openAs(student), await site.openAs(student)];
    await one.goto(`${deck('fr')}#/11`);
    await running(one);
    const told = kept(one);
    await one.keyboard.press('ArrowRight');
    await told;

    await other.goto(deck('fr'));
    await other.locator('[data-taken-up]').waitFor();
    const at = (await markOf(student))!.slide;
    expect(await takenUp(other)).toBe(`Vous reprenez à la diapo ${at}.`);
    await other.waitForURL((url) => url.hash === `#/${at}`);
    expect(await covered(other)).toEqual([]);

    await other.locator('[data-to-unit]').focus();
    expect(await other.locator('[data-to-unit]').innerText()).toBe('Retour au module');
    expect(await other.locator('[data-to-unit]').getAttribute('href')).toBe(`/courses/${slug}/units/${UNIT}`);

    await one.goto(`/courses/${slug}/units/${UNIT}`);
    await one
      .getByRole('link', { name: `Reprendre à la diapo ${at}` })
      .first()
      .click();
    await running(one);
    expect(one.url()).toBe(`${site.app.url}${deck('fr')}#/${at}`);

    await other.getByRole('button', { name: 'Revenir au début' }).click();
    await other.locator('.slides > section:first-child.present').waitFor();
    expect(await other.locator('[data-taken-up]').isVisible()).toBe(false);
    await known(student, { slide: 1, isFinished: false });
  }, 60_000);

  it('leaves in the middle of a slide: what was read last is told on the way out, and the end once it is reached', async () => {
    const { student, slug, deck } = await aStudent();
    const page = await site.openAs(student);
    await page.goto(`${deck('fr')}#/3`);
    await running(page);
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/bookmark')));
    await page.goto(`/courses/${slug}`);
    await known(student, { slide: 3, isFinished: false });

    await page.goto(`${deck('fr')}#/${slides()}`);
    await known(student, { slide: slides(), isFinished: true });
  }, 60_000);

  it.each<[string, BrowserContextOptions, string]>([
    ['as slides', {}, ''],
    ['as one page to scroll', {}, '&view=scroll'],
    ['on a phone', PHONE, ''],
  ])(
    'switches language on the slide they are on: %s',
    async (_, options, query) => {
      const { student, slug, deck } = await aStudent();
      const page = await site.openAs(student, options);
      const ready = () => (options.viewport ? page.locator('.deck-read').waitFor() : running(page));
      const linksTo = (slide: string) =>
        page.waitForFunction((hash) => document.querySelector<HTMLAnchorElement>('.deck-bar a[data-keeps-bookmark]')?.hash === hash, slide);
      await page.goto(`${deck('fr', query)}#/12`);
      await ready();
      await linksTo('#/12');

      await page.locator('.deck-bar a[data-keeps-bookmark]:not(.with-script)').focus();
      const told = page.waitForResponse(async (answer) => answer.url().endsWith('/bookmark') && (await markOf(student))?.language === 'en');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname.startsWith('/slides/en/'));
      await ready();
      await linksTo('#/12');

      const address = new URL(page.url());
      const view = query ? 'scroll' : null;
      expect([address.searchParams.get('course'), address.searchParams.get('view'), address.hash]).toEqual([slug, view, '#/12']);
      await told;
      expect(await markOf(student)).toMatchObject({ slide: 12, language: 'en' });
    },
    60_000,
  );

  it('reads on a phone: the section being read is their bookmark, and they come back to it', async () => {
    const { student, deck } = await aStudent();
    const page = await site.openAs(student, PHONE);
    const section = page.locator('.slides > section').nth(7);
    await page.goto(deck('fr'));
    await page.locator('.deck-read').waitFor();
    const told = page.waitForResponse(async (answer) => answer.url().endsWith('/bookmark') && (await markOf(student))?.slide === 8);
    await section.evaluate((element) => element.scrollIntoView());
    await told;

    // Asked for as one page it is that same page, not a column of stamps.
    for (const query of ['', '&view=scroll']) {
      await page.goto(deck('fr', query));
      await page.locator('.deck-read').waitFor();
      const text = page.locator('.slides p').first();
      expect(
        await text.evaluate(
          (element) =>
            parseFloat(getComputedStyle(element).fontSize) * (element.getBoundingClientRect().width / (element as HTMLElement).offsetWidth),
        ),
      ).toBeGreaterThanOrEqual(14);
      expect(await page.locator('.deck-bar [data-keeps-bookmark=scroll]').isVisible()).toBe(false);
    }
    await page.goto('/programme');
    await page.goto(deck('fr'));
    await page.locator('[data-taken-up]').waitFor();
    expect(await takenUp(page)).toBe('Vous reprenez à la diapo 8.');
    expect(await section.evaluate((element) => Math.abs(element.getBoundingClientRect().top))).toBeLessThan(200);
  }, 60_000);

  it('marks a reading without leaving the page, and takes it back', async () => {
    const { student, slug } = await aStudent();
    const page = await site.openAs(student);
    await page.goto(`/courses/${slug}/units/${UNIT}`);
    await page.evaluate(() => document.body.setAttribute('data-stayed', ''));
    const mark = page.locator('.reads [data-mark^="reading:"]').first();

    await mark.getByRole('button', { name: 'Marquer comme lu' }).click();
    await mark.getByRole('button', { name: 'Annuler' }).waitFor();
    expect(spaced(await page.locator('.student-side').innerText())).toMatch(/1 étape sur \d terminée/);
    expect(await page.locator('.reads .tick.done').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Annuler');
    await page.keyboard.press('Enter');
    await mark.getByRole('button', { name: 'Marquer comme lu' }).waitFor();
    expect(await page.locator('body[data-stayed]').count()).toBe(1);
  }, 60_000);

  it('is told nothing wrong where nobody keeps a bookmark: no course, no script', async () => {
    const { student, deck } = await aStudent();
    const stranger = await site.open();
    await stranger.goto(`/slides/fr/${UNIT}`);
    await running(stranger);
    await stranger.keyboard.press('ArrowRight');
    expect(await stranger.locator('[data-taken-up]').isVisible()).toBe(false);

    const page = await site.openAs(student, { javaScriptEnabled: false });
    await page.goto(deck('fr'));
    expect(await page.locator('.slides > section').count()).toBe(slides());
    expect(await page.locator('[data-taken-up]').isVisible()).toBe(false);
  }, 60_000);
});
