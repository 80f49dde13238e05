import type { Page } from 'playwright-core';
import { CurriculumContent, CurriculumService } from '../../src/curriculum/index.js';
import { deckLink } from '../../src/decks/deck-address.shared.js';
import { studyTexts } from '../../src/curriculum/study/text.js';
import { type Lang, LANGS } from '../../src/kernel/localised.js';
import { violationsOn } from '../support/axe.js';
import { type Student, worldOf } from '../support/world.js';
import { openSite } from './site.js';

const UNIT = 'web-writing';

describe.each(LANGS)('a student studies a unit (%s)', (lang: Lang) => {
  const site = openSite({ bypassCSP: true });

  const t = studyTexts[lang];

  async function aStudent(): Promise<{ readonly student: Student; readonly page: Page; readonly at: string }> {
    const student = await worldOf(site.app).student({ language: lang });
    await site.app.nest.get(CurriculumService).addReleases(student.course.id, [{ unit: UNIT, state: 'published' }]);
    const page = await site.openAs(student);
    return { student, page, at: `/courses/${student.course.slug}` };
  }
  const questions = () => site.app.nest.get(CurriculumContent).selfCheck(UNIT)!.questions;
  const tries = () =>
    site.app.database.query<{ attempt: number; right: number }>(
      'SELECT attempt, cardinality(right_ones) AS right FROM self_check_attempt ORDER BY answered_at',
    );
  const awake = (page: Page) => page.locator('[data-island="self-check"][data-awake]').waitFor();

  /** Chooses what is right, or the first option that is not, and presses the button. */
  async function answer(page: Page, index: number, how: 'right' | 'wrong'): Promise<void> {
    const { options, prompt } = questions()[index]!;
    await page.getByText(prompt[lang], { exact: true }).waitFor();
    const wanted = options.filter(({ right }) => right === (how === 'right'));
    for (const { text } of how === 'right' ? wanted : wanted.slice(0, 1)) await page.locator('#self-check').getByLabel(text[lang]).check();
    await page.getByRole('button', { name: t.check.verify, exact: true }).click();
    await page.locator('#self-check [role=status] .banner').waitFor();
  }

  it('question by question, told at once why, and keeps the try', async () => {
    const { student, page, at } = await aStudent();
    await page.goto(`${at}/units/${UNIT}`);
    await awake(page);
    const all = questions();

    await page.getByRole('button', { name: t.check.verify, exact: true }).click();
    expect(await page.locator('#self-check [role=alert]').innerText()).toBe(t.check.unanswered);

    for (const [index, { explanation, slide }] of all.entries()) {
      expect(await page.content()).not.toContain(explanation[lang].slice(0, 40));
      await answer(page, index, index === 1 ? 'wrong' : 'right');
      const told = await page.locator('#self-check [role=status]').innerText();
      expect(told).toContain(index === 1 ? t.check.wrong : t.check.right);
      expect(told).toContain(explanation[lang]);
      expect(await page.getByRole('link', { name: t.check.slide(slide) }).getAttribute('href')).toBe(
        deckLink(lang, UNIT, student.course.slug, slide),
      );
      if (index === 1) expect(await violationsOn(page)).toEqual([]);
      await page.getByRole('button', { name: index + 1 < all.length ? t.check.next : t.check.seeResult }).click();
    }

    await page.getByText(t.check.kept).waitFor();
    expect(await page.locator('#self-check .score').innerText()).toBe(t.check.result(all.length - 1, all.length));
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('score');
    expect(await violationsOn(page)).toEqual([]);
    expect(await tries()).toEqual([{ attempt: 1, right: all.length - 1 }]);

    await page.getByRole('button', { name: t.check.again }).click();
    await page.getByText(all[0]!.prompt[lang], { exact: true }).waitFor();
    expect(await page.locator('#self-check input:checked').count()).toBe(0);
    expect(await page.locator('.tries li').count()).toBe(1);
    await page.context().close();
    expect(site.found).toEqual([]);
  }, 90_000);

  it('and loses no try when the connection fails at the end', async () => {
    const { page, at } = await aStudent();
    await page.goto(`${at}/units/${UNIT}`);
    await awake(page);
    const before = (await tries()).length;
    await page.route('**/self-check', (route) => route.abort());
    for (const place of questions().keys()) {
      await answer(page, place, 'right');
      await page.locator('#self-check form button').click();
    }
    await page.getByRole('button', { name: t.check.keepAgain }).waitFor();
    expect(await tries()).toHaveLength(before);

    await page.unroute('**/self-check');
    await page.getByRole('button', { name: t.check.keepAgain }).click();
    await page.getByText(t.check.kept).waitFor();
    expect(await tries()).toHaveLength(before + 1);
    await page.context().close();
    site.found.length = 0;
  }, 90_000);

  it('finds a term as it is typed, and keeps it in the address', async () => {
    const { page, at } = await aStudent();
    const term = site.app.nest
      .get(CurriculumContent)
      .terms()
      .find(({ id }) => id === 'follower')!;
    await page.goto(`${at}/glossary`);
    await page.getByLabel(t.glossary.find).pressSequentially(lang === 'fr' ? 'ABONNE' : 'followe');

    await page.locator('.glossary > div:visible').first().waitFor();
    expect(await page.locator('#follower').isVisible()).toBe(true);
    expect(await page.locator('#alert').isVisible()).toBe(false);
    expect(await page.locator('#follower dt b').innerText()).toBe(term[lang]);
    expect(page.url()).toContain('find=');
    await page.reload();
    expect(await page.locator('#alert').isVisible()).toBe(false);
    await page.getByLabel(t.glossary.find).fill('');
    expect(await page.locator('.glossary > div:visible').count()).toBe(116);
    await page.context().close();
    expect(site.found).toEqual([]);
  }, 60_000);
});
