import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { authTexts } from '../../src/auth/text.js';
import { Passwords } from '../../src/auth/index.js';
import { CurriculumService } from '../../src/curriculum/index.js';
import { gradebookTexts } from '../../src/gradebook/text.js';
import { gradingTexts } from '../../src/grading/text.js';
import type { Lang } from '../../src/kernel/localised.js';
import { markupTexts } from '../../src/platform/markup/text.js';
import { submissionTexts } from '../../src/submissions/text.js';
import { spaced } from '../support/pages.js';
import { samples } from '../support/samples.js';
import { type Someone, worldOf } from '../support/world.js';
import { openSite } from './site.js';

const PASSWORD = 'une phrase assez longue';
/** Big enough to arrive in several pieces. */
const PROPOSAL = Buffer.concat([samples.pdf('Proposition'), Buffer.alloc(300_000, '% ')]);

/** What is written in the course of the story, in its language. */
export interface Said {
  readonly answer: string;
  readonly comment: string;
  readonly general: string;
  /** The rubric's own words for what the assistant chooses. */
  readonly level: RegExp;
  readonly points: string;
}

/** The whole circle: slides without an account, work handed in, graded by keyboard, posted, read. */
export function tellTheCircle(lang: Lang, said: Said): void {
  const site = openSite({ locale: `${lang}-CA`, viewport: { width: 1280, height: 900 } });

  const [auth, work, grading, marks, frame] = [
    authTexts[lang],
    submissionTexts[lang],
    gradingTexts[lang],
    gradebookTexts[lang],
    markupTexts[lang],
  ];
  const wordsOf = async (page: Page, selector: string): Promise<string> => spaced(await page.locator(selector).innerText());

  /** A course in its first week, with two teams of a section and everybody who teaches it. Nobody has chosen a language: their browser has. */
  async function aCourse() {
    const world = worldOf(site.app);
    const course = await world.course({ slug: 'printemps' });
    const section = await world.section({ course, name: '01' });
    await world.assignment({ course });
    await site.app.nest.get(CurriculumService).addReleases(course.id, [{ unit: 'web-uses', state: 'published' }]);
    const people = {
      student: await world.student({ section, name: 'Rosalie Nguyen', email: 'rosalie@attrait.test', language: null }),
      other: await world.student({ section, name: 'Théo Gagnon', email: 'theo@attrait.test', language: null }),
      assistant: await world.assistant({ sections: [section], name: 'Inès Belhadj', email: 'ines@attrait.test', language: null }),
      lecturer: await world.lecturer({ course, name: 'Maude Tremblay', email: 'maude@attrait.test', language: null }),
    };
    const team = await world.team({ members: [people.student], name: 'Les Aimants' });
    const second = await world.team({ members: [people.other], name: 'La Boussole' });
    await world.submission({ team: second });
    for (const { id } of Object.values(people)) await site.app.nest.get(Passwords).set(id, PASSWORD);
    return { ...people, team, second };
  }

  async function signIn(page: Page, { email }: Someone): Promise<void> {
    await page.getByLabel(auth.signIn.email).fill(email);
    await page.getByLabel(auth.signIn.password).fill(PASSWORD);
    await page.getByRole('button', { name: auth.signIn.submit }).click();
    await page.waitForURL(/\/courses\//);
  }

  async function readsADeckWithoutAccount(page: Page): Promise<void> {
    await page.goto('/');
    expect(await page.locator('html').getAttribute('lang')).toBe(`${lang}-CA`);
    // A deck that is not written in this language yet is offered in the other.
    await page.locator('a[href^="/slides/"][href$="/web-uses"]').first().click();
    await page.locator('.reveal.ready').waitFor();
    const title = await page.locator('.slides section.present').innerText();

    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => location.hash === '#/2');
    expect(await page.locator('.slides section.present').innerText()).not.toBe(title);
    await page.keyboard.press('o');
    await page.locator('.reveal.overview').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.reveal:not(.overview)').waitFor();
    expect(await page.content()).not.toMatch(/<aside class="notes"/);
  }

  /** The address of the receipt. */
  async function handsIn(page: Page, student: Someone): Promise<string> {
    await page.goto('/courses/printemps');
    await signIn(page, student);
    expect(await page.locator('h1').count()).toBe(1);
    await page.getByRole('navigation', { name: frame.navigation }).getByRole('link', { name: work.nav }).click();
    await page.getByRole('heading', { name: work.brief.rubric.title }).waitFor();
    await page.getByText(said.level).first().waitFor();
    await page.locator('a[href$="/stages/proposal"]').first().click();

    for (const field of ['decision', 'focal', 'ai_statement']) await page.locator(`#f-text-${field}`).fill(`${said.answer} (${field})`);
    await page.locator('#f-file-proposal').setInputFiles({ name: 'Proposition été.pdf', mimeType: 'application/pdf', buffer: PROPOSAL });
    await page
      .locator('#f-file-contract')
      .setInputFiles({ name: 'contrat.pdf', mimeType: 'application/pdf', buffer: samples.pdf('Contrat') });
    await page.getByRole('button', { name: work.work.save }).click();
    await page.getByText(work.work.done.saved).waitFor();
    expect(await page.locator('#f-text-decision').inputValue()).toBe(`${said.answer} (decision)`);

    await page.getByRole('button', { name: work.work.handIn, exact: true }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('Proposition été.pdf');
    await dialog.getByRole('button', { name: work.work.handIn }).click();
    await page.waitForURL(/\/submissions\//);
    const receipt = await wordsOf(page, 'main');
    expect(receipt).toContain(createHash('sha256').update(PROPOSAL).digest('hex'));
    expect(receipt).toContain(`${said.answer} (focal)`);
    return new URL(page.url()).pathname;
  }

  /** Nothing but keys: from the queue to the next submission. */
  async function gradesByKeyboard(page: Page, assistant: Someone): Promise<void> {
    await page.goto('/courses/printemps/grading');
    await signIn(page, assistant);
    await page.getByRole('button', { name: new RegExp(`${grading.queue.grade}.*Les Aimants`) }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-awake]').waitFor();
    const first = page.url();

    for (const key of ['2', '-', 'c']) await page.keyboard.press(key);
    await page.keyboard.type(said.comment);
    for (const key of ['Tab', '1']) await page.keyboard.press(key);
    while (!(await page.evaluate(() => document.activeElement?.getAttribute('name') === 'comment'))) await page.keyboard.press('Tab');
    await page.keyboard.type(said.general);
    expect(await wordsOf(page, '.running-total')).toContain('7');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL((url) => url.href !== first && /\/grading\/[0-9a-f-]{36}$/.test(url.pathname));
    expect(await page.locator('h1').innerText()).toContain('La Boussole');
  }

  async function posts(page: Page, lecturer: Someone): Promise<void> {
    await page.goto('/courses/printemps/grading');
    await signIn(page, lecturer);
    await page.getByRole('link', { name: grading.posting.post }).click();
    expect(await wordsOf(page, 'main')).toContain(spaced(grading.posting.willSee(1)));
    await page.getByRole('button', { name: grading.posting.confirm(1) }).click();
    await page.getByText(grading.queue.posted).waitFor();
  }

  async function reads(page: Page, receipt: string): Promise<void> {
    await page.getByRole('navigation', { name: frame.navigation }).getByRole('link', { name: marks.nav.marks }).click();
    expect(await wordsOf(page, 'table')).toContain(spaced(marks.of('7', '10')));
    await page.locator(`a[href="${receipt}"]`).click();
    const result = page.locator('section[aria-labelledby=result]');
    const words = spaced(await result.innerText());
    expect(words).toMatch(said.level);
    for (const part of [said.points, said.comment, said.general, grading.result.total]) expect(words).toContain(spaced(part));
  }

  it('goes round', async () => {
    const { student, assistant, lecturer } = await aCourse();
    const mine = await site.open();
    await readsADeckWithoutAccount(mine);
    const receipt = await handsIn(mine, student);
    expect(await mine.locator('section[aria-labelledby=result]').count()).toBe(0);

    await gradesByKeyboard(await site.open(), assistant);
    await mine.reload();
    expect(await mine.locator('section[aria-labelledby=result]').count()).toBe(0);

    await posts(await site.open(), lecturer);
    await mine.reload();
    await reads(mine, receipt);
    expect(site.found).toEqual([]);
  }, 180_000);
}
