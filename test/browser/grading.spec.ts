import type { Page } from 'playwright-core';
import { submissionsToGrade, judged } from '../support/submissions-to-grade.js';
import { spaced } from '../support/pages.js';
import { type World, worldOf } from '../support/world.js';
import { cookieOf, openSite } from './site.js';

describe('grading by keyboard', () => {
  const site = openSite();
  let world: World;
  let submissions: ReturnType<typeof submissionsToGrade>;
  beforeAll(() => {
    world = worldOf(site.app);
    submissions = submissionsToGrade(site.app, world);
  });
  afterEach(() => expect(site.found.filter((one) => one.startsWith('script:'))).toEqual([]));

  const aClass = async (teams = 2) => {
    const section = await world.section({ course: await world.course() });
    const assistant = await world.assistant({ sections: [section], name: 'Inès Belhadj' });
    for (let made = 0; made < teams; made += 1) await submissions.handIn({ team: await world.team({ section }) });
    return { section, assistant, at: `${site.app.url}/courses/${section.course.slug}/grading` };
  };
  const openFirst = async (page: Page, at: string): Promise<void> => {
    await page.goto(at);
    await page.getByRole('button', { name: 'Corriger la prochaine copie' }).click();
    await page.locator('[data-awake]').waitFor();
  };
  const press = async (page: Page, ...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const savedWord = (page: Page) => page.locator('#grader-saved');
  const textOf = async (page: Page, selector: string): Promise<string> => spaced((await page.locator(selector).textContent()) ?? '');

  it('judges a whole submission without the mouse, and finishes it', async () => {
    const { assistant, at } = await aClass();
    const page = await site.openAs(assistant);
    await openFirst(page, at);
    const first = page.url();

    await press(page, '2', '-', 'c');
    await page.keyboard.type('Deux captures sans date, 1 de trop.');
    await press(page, 'Escape', 'j', '1', 'j', '1');
    expect(await textOf(page, '.running-total b')).toBe('26');
    expect(await textOf(page, '.running-total')).toContain('Tous les critères sont notés');

    await press(page, 'Enter');
    await page.waitForURL((url) => url.href !== first);
    await page.locator('[data-awake]').waitFor();

    await page.goto(first);
    expect(await page.locator('input[name="level.evidence"]:checked').inputValue()).toBe('B');
    expect(await page.locator('input[name="points.evidence"]:checked').inputValue()).toBe('B:14');
    expect(await page.locator('textarea[name="comment.evidence"]').inputValue()).toBe('Deux captures sans date, 1 de trop.');
    expect(await textOf(page, '.banner.ok')).toContain('terminée par Inès Belhadj');
    await page.context().close();
  });

  it('saves by itself and says when, goes on with Ctrl and Enter from a comment, and undoes', async () => {
    const { assistant, at } = await aClass();
    const page = await site.openAs(assistant);
    await openFirst(page, at);

    await press(page, '3');
    await savedWord(page).getByText('Enregistré à').waitFor();
    await press(page, '1', 'z');
    expect(await page.locator('input[name="level.evidence"]:checked').inputValue()).toBe('C');
    await press(page, 'z');
    expect(await page.locator('input[name="level.evidence"]:checked').count()).toBe(0);

    await press(page, '1', 'j', '2', 'j', '1', 'k', 'c');
    await page.keyboard.type('Kappa donné.');
    const before = page.url();
    await press(page, 'Control+Enter');
    await page.waitForURL((url) => url.href !== before);
    await page.context().close();
  });

  it('does not finish with something missing: it says what, and goes there', async () => {
    const { assistant, at } = await aClass(1);
    const page = await site.openAs(assistant);
    await openFirst(page, at);

    await press(page, '1', 'Enter');

    expect(await textOf(page, '.not-yet')).toBe('Il reste à noter : Guide de codage, codage, calculs, Intégrité.');
    expect(await page.evaluate(() => document.activeElement?.closest('fieldset')?.id)).toBe('part-coding');
    await page.context().close();
  });

  it('leaves single keys alone in fields, and for whoever switched them off', async () => {
    const { section, at } = await aClass(1);
    const quiet = await world.assistant({ sections: [section] });
    await site.app.database.query('UPDATE person SET shortcuts_enabled = false WHERE id = $1', [quiet.id]);
    const page = await site.openAs(quiet);
    await openFirst(page, at);

    await press(page, '1', 'j', 'n');
    expect(await page.locator('.level input:checked').count()).toBe(0);
    await page.locator('textarea[name=comment]').fill('j 1 n');
    expect(await page.locator('.level input:checked').count()).toBe(0);
    await page.context().close();
  });

  it('shows another’s save beside one’s own, and saves what is then chosen', async () => {
    const { section, assistant, at } = await aClass(1);
    const page = await site.openAs(assistant);
    await openFirst(page, at);
    await press(page, '3');
    await savedWord(page).getByText('Enregistré à').waitFor();

    const sam = await site.app.as(await world.assistant({ sections: [section], name: 'Sam Okafor' }));
    const address = new URL(page.url()).pathname;
    await sam.put(address).send({ version: 2, content: judged() }).expect(200);
    await press(page, 'c');
    await page.keyboard.type('À dater.');
    await page.locator('textarea[name="comment.evidence"]').blur();

    await page.locator('#conflict').waitFor();
    expect(await textOf(page, '#part-evidence .theirs')).toContain('Deux captures sans date.');
    expect(await page.locator('textarea[name="comment.evidence"]').inputValue()).toBe('À dater.');
    await page.getByRole('button', { name: 'Prendre ceci pour Guide de codage' }).click();
    await page.getByRole('button', { name: 'Enregistrer ce que vous voyez' }).click();
    await page.locator('#conflict').waitFor({ state: 'detached' });
    await savedWord(page).getByText('Enregistré à').waitFor();

    await page.reload();
    expect(await page.locator('textarea[name="comment.evidence"]').inputValue()).toBe('À dater.');
    expect(await page.locator('input[name="points.coding"]:checked').inputValue()).toBe('A:12');
    await page.context().close();
  });

  it('begins at the first criterion, and comes back to a criterion from its comment', async () => {
    const { assistant, at } = await aClass(1);
    const page = await site.openAs(assistant);
    await openFirst(page, at);
    const focused = () => page.evaluate(() => document.activeElement?.closest('.criterion')?.id);
    const first = await page.locator('.criterion').first().getAttribute('id');

    await press(page, 'j');
    expect(await focused()).toBe(first);
    await press(page, 'c', 'Escape');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect(await focused()).toBe(first);
    await press(page, 'j');
    expect(await focused()).not.toBe(first);
    await page.context().close();
  });

  it('sends nothing when somebody else has signed in in another tab, says so, and keeps what was chosen', async () => {
    const { section, assistant, at } = await aClass(1);
    const other = await world.assistant({ sections: [section], name: 'Karim Haddad' });
    const page = await site.openAs(assistant);
    await openFirst(page, at);
    await page.context().addCookies([await cookieOf(site.app, other)]);

    await press(page, '2');
    await savedWord(page).getByText('Non enregistré').waitFor();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.locator('.not-yet', { hasText: 'Une autre personne est connectée' }).waitFor();

    expect(await page.locator('.level input:checked').count()).toBe(1);
    const id = page.url().split('/').at(-1);
    expect(await site.app.database.query('SELECT version FROM assessment WHERE id = $1', [id])).toEqual([{ version: 1 }]);
    await page.context().close();
  });

  it('keeps everything while the network is away, does not leave meanwhile, and saves when it is back', async () => {
    const { assistant, at } = await aClass(2);
    const page = await site.openAs(assistant);
    await openFirst(page, at);
    await page.context().setOffline(true);

    await press(page, '2', 'j', '1', 'j', '1');
    await savedWord(page).getByText('Hors ligne').waitFor();
    const before = page.url();
    for (const key of ['Enter', 'n']) {
      // Whoever goes on is saved first: only when that has failed does it mean anything that they stayed.
      const tried = page.waitForEvent('requestfailed');
      await press(page, key);
      await tried;
      await savedWord(page).getByText('Hors ligne').waitFor();
    }
    expect(page.url()).toBe(before);

    await page.context().setOffline(false);
    await savedWord(page).getByText('Enregistré à').waitFor();
    await page.reload();
    expect(await textOf(page, '.running-total b')).toBe('27');
    await page.context().close();
  });

  it('goes on after signing in again in another tab, with all that was chosen', async () => {
    const { assistant, at } = await aClass(1);
    const page = await site.openAs(assistant);
    await openFirst(page, at);
    await site.app.database.query(`DELETE FROM session WHERE sess ->> 'personId' = $1`, [assistant.id]);

    await press(page, '2');
    await savedWord(page).getByText('Non enregistré').waitFor();
    expect(await textOf(page, '.not-yet')).toContain('reconnectez-vous dans un autre onglet');

    await page.context().addCookies([await cookieOf(site.app, assistant)]);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await savedWord(page).getByText('Enregistré à').waitFor();
    await page.context().close();
  });

  it('lets go of the submission when its page is left', async () => {
    const { assistant, at } = await aClass(1);
    const page = await site.openAs(assistant);
    await openFirst(page, at);
    const id = page.url().split('/').at(-1);
    const held = async () =>
      (await site.app.database.query<{ by: string | null }>('SELECT claimed_by AS by FROM assessment WHERE id = $1', [id]))[0]!.by;
    expect(await held()).toBe(assistant.id);

    await page.goto(at);

    while ((await held()) !== null) await page.waitForTimeout(20);
    await page.context().close();
  });

  it('lists the keys, and works as a form where scripts are off', async () => {
    const { assistant, at } = await aClass(1);
    const page = await site.openAs(assistant);
    await openFirst(page, at);
    await press(page, '?');
    await page.getByRole('dialog', { name: 'Raccourcis de la correction' }).waitFor();
    await press(page, 'Escape', '1');
    await savedWord(page).getByText('Enregistré à').waitFor();

    const plain = await site.chromium.newContext({ javaScriptEnabled: false });
    await plain.addCookies(await page.context().cookies());
    const form = await plain.newPage();
    await form.goto(page.url());
    await form.locator('input[name="level.coding"][value=B]').check();
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    expect(await form.locator('input[name="points.coding"]:checked').inputValue()).toBe('B:10');
    await plain.close();
    await page.context().close();
  });
});
