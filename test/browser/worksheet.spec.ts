import type { Page } from 'playwright-core';
import { spaced } from '../support/pages.js';
import { worldOf } from '../support/world.js';
import { openSite } from './site.js';

/** A conflict and a cut line are what the story is about. */
const EXPECTED = /^4(09): |status of 409|ERR_INTERNET_DISCONNECTED/;

describe('two of a team in one worksheet', () => {
  const site = openSite();
  afterEach(() => expect(site.found.filter((one) => !EXPECTED.test(one))).toEqual([]));

  const TERRITORY = '[name="v.project.territory"]';
  const TERM = '[name="v.project.term"]';
  const said = async (page: Page, selector: string): Promise<string> => spaced(await page.locator(selector).innerText());
  const saved = (page: Page) => page.locator('.form-state').getByText('Enregistré à').waitFor();

  async function aTeam(): Promise<{ ines: Page; thomas: Page; at: string }> {
    const world = worldOf(site.app);
    const section = await world.section({ course: await world.course() });
    await world.assignment({ course: section.course });
    const members = [await world.student({ section, name: 'Inès Bouchard' }), await world.student({ section, name: 'Thomas Gagnon' })];
    await world.team({ members });
    const at = `/courses/${section.course.slug}/assignments/competitive-analysis/workspace/sections/project`;
    const [ines, thomas] = await Promise.all(members.map((member) => site.openAs(member)));
    for (const page of [ines!, thomas!]) {
      await page.goto(at);
      await page.locator('[data-awake]').waitFor();
    }
    return { ines: ines!, thomas: thomas!, at };
  }

  it('see each other, and what the other saves, and neither touches what one is typing', async () => {
    const { ines, thomas } = await aTeam();
    await thomas.locator(TERM).pressSequentially('H20');
    await ines.locator('.cell-field.occupied').getByText('Ici : Thomas Gagnon').waitFor();

    await ines.locator(TERRITORY).fill('Estrie');
    await ines.locator(TERRITORY).blur();
    await saved(ines);

    await thomas.waitForFunction((field) => document.querySelector<HTMLInputElement>(field)?.value === 'Estrie', TERRITORY);
    await thomas.locator(TERM).pressSequentially('27');
    expect(await thomas.locator(TERM).inputValue()).toBe('H2027');
    await thomas.locator(TERM).blur();
    await saved(thomas);
    await ines.waitForFunction((field) => document.querySelector<HTMLInputElement>(field)?.value === 'H2027', TERM);
  }, 60_000);

  it('are shown both versions of one field, and the second chooses', async () => {
    const { ines, thomas } = await aTeam();
    await thomas.locator(TERRITORY).pressSequentially('Mont');
    await ines.locator(TERRITORY).fill('Estrie');
    await ines.locator(TERRITORY).blur();
    await saved(ines);
    await thomas.locator(TERRITORY).pressSequentially('réal');
    await thomas.locator(TERRITORY).blur();

    await thomas.locator('.their-cell').waitFor();
    expect(await said(thomas, '.their-cell')).toMatch(/Inès Bouchard a enregistré.*\s+Estrie/);
    expect(await thomas.locator(TERRITORY).inputValue()).toBe('Montréal');
    await thomas.getByRole('button', { name: 'Mettre la mienne' }).click();
    await saved(thomas);
    await ines.waitForFunction((field) => document.querySelector<HTMLInputElement>(field)?.value === 'Montréal', TERRITORY);

    await thomas.getByRole('button', { name: 'Annuler la dernière modification' }).click();
    await thomas.getByText('est revenu à ce qu’il était').waitFor();
    expect(await thomas.locator(TERRITORY).inputValue()).toBe('Estrie');
  }, 60_000);

  it('keep what is typed while the line is cut, and send it when it is back', async () => {
    const { ines, thomas } = await aTeam();
    await ines.context().setOffline(true);
    await ines.locator(TERRITORY).fill('Gaspésie');
    await ines.locator(TERRITORY).blur();
    await ines.locator('.form-state').getByText('Hors ligne').waitFor();
    await thomas.locator(TERM).fill('H2027');
    await thomas.locator(TERM).blur();
    await saved(thomas);

    await ines.context().setOffline(false);

    await saved(ines);
    await thomas.waitForFunction((field) => document.querySelector<HTMLInputElement>(field)?.value === 'Gaspésie', TERRITORY);
    await ines.waitForFunction((field) => document.querySelector<HTMLInputElement>(field)?.value === 'H2027', TERM);
  }, 60_000);
});
