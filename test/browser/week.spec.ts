import type { Page } from 'playwright-core';
import { calendarTexts } from '../../src/exchange/calendar/text.js';
import { CurriculumContent, CurriculumService } from '../../src/curriculum/index.js';
import { SearchIndex } from '../../src/platform/search-index/search-index.js';
import { downloadTexts } from '../../src/decks/download-text.js';
import { progressTexts } from '../../src/curriculum/progress/text.js';
import { homeTexts } from '../../src/home/text.js';
import { type Lang, LANGS, otherLang } from '../../src/kernel/localised.js';
import { spaced } from '../support/pages.js';
import { DAY_MS, HOUR, worldOf } from '../support/world.js';
import { openSite } from './site.js';

const UNIT = 'web-writing';
/** What is looked for is inflected otherwise than it is written, and in French without its accent. */
const ASKED = { fr: 'pyramides inversees', en: 'inverted pyramids' };

describe.each(LANGS)('a week of a student (%s)', (lang: Lang) => {
  const site = openSite({ locale: `${lang}-CA`, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true });
  const [home, progress, calendar, download] = [homeTexts[lang], progressTexts[lang], calendarTexts[lang], downloadTexts[lang]];
  const wordsOf = async (page: Page, selector: string): Promise<string> => spaced(await page.locator(selector).first().innerText());
  const follow = (page: Page, name: string): Promise<void> => page.getByRole('link', { name, exact: true }).first().click();
  const unit = () => site.app.nest.get(CurriculumContent).unit(UNIT)!;
  const running = (page: Page): Promise<void> => page.locator('.reveal.ready').waitFor();
  const told = (page: Page) => page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/bookmark'));

  /** A course in the week of its third unit, with a stage that is due. */
  async function aStudent() {
    const world = worldOf(site.app);
    const student = await world.student({ language: lang });
    await world.team({ members: [student] });
    await world.assignment({ course: student.course, due: { proposal: 3 * DAY_MS } });
    const curriculum = site.app.nest.get(CurriculumService);
    await curriculum.addReleases(student.course.id, [{ unit: UNIT, state: 'published' }]);
    const title = { fr: 'Écrire pour le web', en: 'Writing for the web' };
    const classAt = (index: number, from: number) => ({
      week: index,
      unit: UNIT,
      title,
      place: { fr: 'Salle B-214', en: 'Room B-214' },
      startsAt: new Date(Date.now() + from),
      endsAt: new Date(Date.now() + from + 3 * HOUR),
    });
    await curriculum.addMeetings(student.course.id, [classAt(1, HOUR), classAt(2, 7 * DAY_MS)]);
    await site.app.nest.get(SearchIndex).refresh();
    return { student, at: `/courses/${student.course.slug}` };
  }

  async function seesWhatTheWeekAsks(page: Page): Promise<void> {
    expect(await wordsOf(page, 'h1')).toContain(unit().title[lang].replace(/\s*\?$/, ''));
    const main = await wordsOf(page, 'main');
    expect(main).toContain(home.hero.facts.class);
    expect(main).toContain(home.due.nothing);
    await follow(page, home.hero.openUnit);
    await page.waitForURL(new RegExp(`/units/${UNIT}$`));
  }

  async function marksAReading(page: Page): Promise<void> {
    const reading = page.locator('.reads [data-mark^="reading:"]').first();
    await reading.getByRole('button', { name: progress.mark.reading }).click();
    await reading.getByRole('button', { name: progress.undo }).waitFor();
    expect(await wordsOf(page, '.student-side')).toMatch(/\b1 (étape|of)/);
  }

  /** At the seventh slide they read on in the other language, and come back to their own. */
  async function readsTheDeckInBothLanguages(page: Page, at: string): Promise<void> {
    await page.goto(`/slides/${lang}/${UNIT}?course=${at.split('/').at(-1)}#/7`);
    await running(page);
    const other = page.locator('.deck-bar a[data-keeps-bookmark]:not(.with-script)');
    await other.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `/slides/${otherLang(lang)}/${UNIT}` && url.hash === '#/7');
    await running(page);
    await other.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `/slides/${lang}/${UNIT}` && url.hash === '#/7');
    await running(page);
    const kept = told(page);
    await page.keyboard.press('PageDown');
    await kept;
  }

  async function goesOnFromHome(page: Page, at: string): Promise<void> {
    await page.goto(at);
    const [, slide] = /#\/(\d+)$/.exec((await page.locator('.hero a[href*="/slides/"]').first().getAttribute('href')) ?? '') ?? [];
    expect(Number(slide)).toBeGreaterThan(7);
    await follow(page, home.hero.goOn(3, Number(slide)));
    await running(page);
    expect(new URL(page.url()).hash).toBe(`#/${slide}`);
  }

  async function findsTheSlide(page: Page, at: string): Promise<void> {
    await page.goto(at);
    const box = page.getByRole('searchbox').first();
    await box.fill(ASKED[lang]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    await page.locator(`.found a[href^="/slides/${lang}/${UNIT}"]`).first().click();
    await running(page);
    expect(spaced(await page.locator('.slides section.present').last().innerText()).toLowerCase()).toMatch(/pyramid/);
  }

  async function takesADeckAlong(page: Page, at: string): Promise<void> {
    await page.goto(`${at}/units/${UNIT}`);
    await page.getByText(download.download, { exact: true }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: download.ways.markdown }).click()]);
    expect(file.suggestedFilename()).toMatch(/\.md$/);
    await page.getByRole('link', { name: download.ways.transcript }).click();
    await page.waitForURL(/\/transcript$/);
    expect(await page.locator('main h2').count()).toBeGreaterThan(20);
  }

  async function keepsTheCalendar(page: Page, at: string): Promise<void> {
    await page.goto(`${at}/calendar`);
    await page.getByRole('button', { name: calendar.subscription.make }).click();
    const address = await page.getByLabel(calendar.subscription.address).inputValue();
    // A calendar program has no session; and where the application says it lives is not where this test finds it.
    const { pathname, search } = new URL(address);
    const answer = await fetch(site.app.url + pathname + search);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    expect(await answer.text()).toContain('BEGIN:VEVENT');
  }

  it('sees what is asked, marks, reads in two languages, goes on, finds, takes along, subscribes', async () => {
    const { student, at } = await aStudent();
    const page = await site.openAs(student);

    await page.goto(at);
    await seesWhatTheWeekAsks(page);
    await marksAReading(page);
    await readsTheDeckInBothLanguages(page, at);
    await goesOnFromHome(page, at);
    await findsTheSlide(page, at);
    await takesADeckAlong(page, at);
    await keepsTheCalendar(page, at);

    expect(site.found).toEqual([]);
  }, 120_000);
});
