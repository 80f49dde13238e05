import type { Browser, Page } from 'playwright-core';
import { overflowing, violationsOn } from '../support/axe.js';
import { openBrowser } from '../support/browser.js';
import { appForFile } from '../support/app-for-file.js';
import { attemptsIn, stageAt } from '../support/project.js';
import { samples } from '../support/samples.js';
import type { SomeTeam, Student } from '../support/world.js';

describe('the page of a stage, with its script', () => {
  const app = appForFile({ setUp: ({ world: made }) => made.assignment() });
  const { world } = app;
  let browser: Browser;
  let ines: Student;
  let maya: Student;
  let team: SomeTeam;

  beforeAll(async () => (browser = await openBrowser()));
  afterAll(() => browser.close());
  beforeEach(async () => {
    [ines, maya] = [await world.student({ name: 'Inès Belhadj' }), await world.student({ name: 'Maya Osei' })];
    team = await world.team({ members: [ines, maya] });
  });
  // A page that stayed open would go on saving into the next test.
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  const openAs = async (person: Student): Promise<Page> => {
    const context = await browser.newContext({ baseURL: app.url, bypassCSP: true });
    const [name, value] = (await app.as(person)).cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: app.url }]);
    const page = await context.newPage();
    await page.goto(stageAt(team.section.course));
    await page.locator('[data-awake]').waitFor();
    return page;
  };
  const field = (page: Page, key: string) => page.locator(`#f-text-${key}`);
  const saved = (page: Page) => page.locator('.saved').getByText('Enregistré à').waitFor();
  const write = async (page: Page, key: string, text: string): Promise<void> => {
    await field(page, key).fill(text);
    await page.waitForResponse((answer) => answer.request().method() === 'PUT');
  };
  const draft = async () =>
    (await app.database.query<{ texts: Record<string, string> }>('SELECT texts FROM draft WHERE team_id = $1', [team.id]))[0]!.texts;

  it('saves what is typed by itself, and counts its words', async () => {
    const page = await openAs(ines);

    await write(page, 'decision', 'Réparer ou revendre ?');
    await saved(page);

    expect(await page.locator('[data-words-of="text-decision"]').innerText()).toMatch(/^3.mots sur 60$/);
    expect(await draft()).toMatchObject({ decision: 'Réparer ou revendre ?' });
  }, 60_000);

  it('lets two members write in different fields, and keeps both', async () => {
    const [hers, mayas] = [await openAs(ines), await openAs(maya)];

    await write(hers, 'decision', 'Réparer ou revendre ?');
    await write(mayas, 'focal', 'Un atelier.');
    await write(hers, 'decision', 'Réparer ou louer ?');
    await Promise.all([saved(hers), saved(mayas)]);
    await mayas.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await mayas.locator('.banner.ok').waitFor();

    expect(await draft()).toMatchObject({ decision: 'Réparer ou louer ?', focal: 'Un atelier.' });
    expect(await field(mayas, 'decision').inputValue()).toBe('Réparer ou louer ?');
  }, 60_000);

  it('tells whoever writes over another, shows both on pressing save, and loses neither', async () => {
    const [hers, mayas] = [await openAs(ines), await openAs(maya)];
    await write(hers, 'focal', 'Un atelier.');

    await write(mayas, 'focal', 'Une cordonnerie.');
    await mayas.locator('.saved.fail').getByText('Modifié ailleurs').waitFor();
    await mayas.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await mayas.locator('.two-versions').waitFor();

    expect(await mayas.locator('.saved-by-other').innerText()).toBe('Un atelier.');
    expect(await field(mayas, 'focal').inputValue()).toBe('Une cordonnerie.');
    expect([...(await violationsOn(mayas)), ...(await overflowing(mayas))]).toEqual([]);
    await field(mayas, 'focal').fill('Un atelier, une cordonnerie.');
    await mayas.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await mayas.locator('.banner.ok').waitFor();
    expect(await draft()).toMatchObject({ focal: 'Un atelier, une cordonnerie.' });
  }, 60_000);

  it('asks before it hands in, names what leaves, and needs one click even when another follows', async () => {
    const page = await openAs(ines);
    for (const key of ['decision', 'focal', 'ai_statement']) await field(page, key).fill(`Réponse à ${key}.`);
    for (const key of ['proposal', 'contract'])
      await page.locator(`#f-file-${key}`).setInputFiles({ name: `${key}.pdf`, mimeType: 'application/pdf', buffer: samples.pdf(key) });

    await page.getByRole('button', { name: 'Remettre', exact: true }).click();
    const dialog = page.locator('dialog');
    expect(await dialog.innerText()).toMatch(/Équipe.\d+, tentative.1\./);
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Remettre' }).dblclick();
    await page.waitForURL(/\/submissions\//);

    const [attempt, ...more] = (await attemptsIn(app)).filter(({ texts }) => texts['focal'] === 'Réponse à focal.');
    expect(more).toEqual([]);
    expect(await page.locator('.receipt-code').innerText()).toBe(attempt!.receipt);
  }, 60_000);

  it('comes back with its problems, each beside its field, and reads well so', async () => {
    const page = await openAs(ines);
    await field(page, 'decision').fill('mot '.repeat(70));
    await page.locator('#f-file-contract').setInputFiles({ name: 'contrat.exe', mimeType: 'x/y', buffer: Buffer.from('MZ\0') });

    await page.getByRole('button', { name: 'Remettre', exact: true }).click();
    await page.locator('dialog').getByRole('button', { name: 'Remettre' }).click();
    await page.locator('.problems').waitFor();

    expect(await page.locator('.problems li').count()).toBe(5);
    expect([...(await violationsOn(page)), ...(await overflowing(page))]).toEqual([]);
  }, 60_000);
});
