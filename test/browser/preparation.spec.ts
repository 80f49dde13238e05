import type { Page } from 'playwright-core';
import { copyTexts } from '../../src/course-settings/copy/text.js';
import { settingsTexts } from '../../src/course-settings/settings/text.js';
import { CurriculumContent } from '../../src/curriculum/index.js';
import { announceTexts } from '../../src/announcements/text.js';
import { releasesTexts } from '../../src/curriculum/releases/text.js';
import { curriculumTexts } from '../../src/curriculum/text.js';
import { type Lang, LANGS } from '../../src/kernel/localised.js';
import { markupTexts } from '../../src/platform/markup/text.js';
import { spaced } from '../support/pages.js';
import { worldOf } from '../support/world.js';
import { openSite } from './site.js';

/** What is said in the story, in its language. */
const SAID = {
  fr: {
    first: 'mardi 12 janvier, 18 h 30',
    afterPause: 'mardi 16 mars, 18 h 30',
    copied: 'du 14 septembre',
    title: 'Apportez un ordinateur',
  },
  en: { first: 'Tuesday, January 12', afterPause: 'Tuesday, March 16', copied: 'September 14', title: 'Bring a computer' },
} as const satisfies Record<Lang, object>;

describe.each(LANGS)('a lecturer prepares a term (%s)', (lang: Lang) => {
  const site = openSite({ locale: `${lang}-CA`, viewport: { width: 1280, height: 900 } });
  const [settings, copy, releases, release, announce, said] = [
    settingsTexts[lang],
    copyTexts[lang],
    releasesTexts[lang],
    curriculumTexts[lang].release,
    announceTexts[lang],
    SAID[lang],
  ];
  const wordsOf = async (page: Page, selector: string): Promise<string> => spaced(await page.locator(selector).first().innerText());
  const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const follow = (page: Page, name: string): Promise<void> => page.getByRole('link', { name, exact: true }).first().click();

  async function setsTheCalendar(page: Page): Promise<void> {
    await page.getByLabel(settings.timetable.firstDay).fill('2027-01-12');
    await page.getByLabel(settings.timetable.from, { exact: true }).fill('18:30');
    await page.getByLabel(settings.timetable.to, { exact: true }).fill('21:30');
    await page.getByLabel(settings.timetable.pause(1)).fill('2027-03-03');
    await page.getByLabel(settings.timetable.units).check();
    await press(page, settings.timetable.preview);

    expect(await wordsOf(page, 'main')).toContain(said.first);
    expect(await wordsOf(page, 'main')).toContain(said.afterPause);
    await press(page, settings.preview.apply);
    await page.getByText(settings.done.calendar).waitFor();
    expect(await page.locator('#classes tbody tr').count()).toBe(13);
    expect(await page.locator('#stages tbody tr').count()).toBe(4);
  }

  async function movesOneClass(page: Page): Promise<void> {
    await follow(page, settings.changeClass(5));
    await page.getByLabel(settings.class.day, { exact: true }).fill('2027-02-10');
    await press(page, settings.class.save);
    await page.getByText(settings.done.class).waitFor();
  }

  async function decidesOnUnits(page: Page): Promise<void> {
    await follow(page, settings.units);
    const row = page.locator('#web-uses');
    expect(await row.locator('.end').innerText()).toBe(releases.states.scheduled);
    await row.locator('summary').click();
    await row.getByLabel(release.states.published).check();
    await row.getByRole('button', { name: release.save }).click();
    await page.locator('#web-uses').getByText(releases.saved).waitFor();
    expect(await page.locator('#web-uses .end').innerText()).toBe(releases.states.open);
  }

  /** What is scheduled is closed to a student, and says when it opens. */
  async function looksAsTheClassDoes(page: Page): Promise<void> {
    const [open, closed] = site.app.nest.get(CurriculumContent).units();
    await follow(page, releases.asStudent);
    await page.getByText(markupTexts[lang].viewAs.student).waitFor();
    expect(await page.getByRole('link', { name: open!.title[lang] }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('link', { name: closed!.title[lang], exact: true }).count()).toBe(0);
    await follow(page, markupTexts[lang].viewAs.leave);
    expect(await page.getByRole('link', { name: closed!.title[lang] }).count()).toBeGreaterThan(0);
  }

  async function announces(page: Page, at: string): Promise<void> {
    await page.goto(`${at}/announcements`);
    await follow(page, announce.write);
    await page.getByLabel(announce.form.titleOf[lang]).fill(said.title);
    await page.getByLabel(announce.form.bodyOf[lang]).fill('**1**');
    await press(page, announce.form.preview);
    expect(await wordsOf(page, '.preview .prose strong')).toBe('1');
    await press(page, announce.form.publish);
    await page.getByText(announce.done.written).waitFor();
  }

  async function copiesTheCourse(page: Page, at: string): Promise<void> {
    await page.goto(`${at}/settings/copy`);
    await page.getByLabel(copy.slug).fill(`automne-${lang}`);
    await page.getByLabel(copy.firstDay).fill('2027-09-14');
    await press(page, copy.preview);
    expect((await wordsOf(page, '[aria-labelledby=dates]')).toLowerCase()).toContain(said.copied.toLowerCase());
    await press(page, copy.apply);
    await page.getByText(settings.done.copied).waitFor();
    expect(page.url()).toContain(`/courses/automne-${lang}/settings`);
    expect(await page.locator('#classes tbody tr').count()).toBe(13);
  }

  it('sets its dates, opens units, looks as the class does, announces, and copies the course', async () => {
    const world = worldOf(site.app);
    const lecturer = await world.lecturer({ language: lang });
    await world.assignment({ course: lecturer.course });
    const student = await world.student({ section: await world.section({ course: lecturer.course }), language: lang });
    const at = `/courses/${lecturer.course.slug}`;
    const lecturerPage = await site.openAs(lecturer);

    await lecturerPage.goto(`${at}/settings`);
    await setsTheCalendar(lecturerPage);
    await movesOneClass(lecturerPage);
    await decidesOnUnits(lecturerPage);
    await looksAsTheClassDoes(lecturerPage);
    await announces(lecturerPage, at);
    await copiesTheCourse(lecturerPage, at);

    const seat = await site.openAs(student);
    await seat.goto(at);
    expect(await wordsOf(seat, 'main')).toContain(said.title);
    await seat.goto(`${at}/calendar`);
    expect(await seat.locator('main').innerText()).toMatch(/10/);
    expect(site.found).toEqual([]);
  }, 90_000);
});
