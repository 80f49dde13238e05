import type { Page } from 'playwright-core';
import { spaced } from '../support/pages.js';
import { samples } from '../support/samples.js';
import { worldOf } from '../support/world.js';
import { openSite } from './site.js';

/** What a browser says aloud of an answer that a page of ours expects, and of a network that is not there. */
const EXPECTED = /^4(09|22): |status of 4(09|22)|ERR_INTERNET_DISCONNECTED/;

describe('when something comes between', () => {
  const site = openSite();
  afterEach(() => expect(site.found.filter((one) => !EXPECTED.test(one))).toEqual([]));

  const textOf = async (page: Page, selector: string): Promise<string> => spaced(await page.locator(selector).innerText());

  async function aTeam() {
    const world = worldOf(site.app);
    const section = await world.section({ course: await world.course() });
    await world.assignment({ course: section.course });
    const [rosalie, theo] = [
      await world.student({ section, name: 'Rosalie Nguyen' }),
      await world.student({ section, name: 'Théo Gagnon' }),
    ];
    const team = await world.team({ members: [rosalie, theo] });
    const at = `/courses/${section.course.slug}`;
    return { world, section, rosalie, theo, team, at, stage: `${at}/assignments/competitive-analysis/stages/proposal` };
  }

  it('two assistants grade one submission: the second is told, reads both, and loses nothing', async () => {
    const { world, section, team, at } = await aTeam();
    const { id } = await world.submission({ team });
    const [ines, sam] = [
      await site.openAs(await world.assistant({ sections: [section], name: 'Inès Belhadj' })),
      await site.openAs(await world.assistant({ sections: [section], name: 'Sam Okafor' })),
    ];
    for (const page of [ines, sam]) {
      await page.goto(`${at}/submissions/${id}`);
      await page.getByRole('button', { name: 'Corriger cette remise' }).click();
      await page.locator('[data-awake]').waitFor();
    }
    expect(await textOf(sam, 'main')).toContain('Inès Belhadj a aussi cette copie ouverte.');

    await ines.keyboard.press('1');
    await ines.locator('textarea[name="comment.framing"]').fill('Décision nette.');
    await ines.locator('#grader-saved').getByText('Enregistré à').waitFor();
    await sam.keyboard.press('3');
    await sam.locator('textarea[name="comment.framing"]').fill('Décision floue.');

    await sam.locator('#conflict').waitFor();
    expect(await textOf(sam, '#part-framing .theirs')).toContain('Décision nette.');
    expect(await sam.locator('textarea[name="comment.framing"]').inputValue()).toBe('Décision floue.');
    await sam.getByRole('button', { name: 'Garder tout le mien' }).click();
    await sam.locator('#conflict').waitFor({ state: 'detached' });
    await ines.locator('textarea[name="comment.framing"]').fill('Décision nette, mais floue.');
    await ines.locator('#conflict').waitFor();
    expect(await textOf(ines, '#part-framing .theirs')).toContain('Décision floue.');

    const saves = await site.app.database.query<{ content: object }>('SELECT content FROM assessment_save ORDER BY id');
    for (const said of ['Décision nette.', 'Décision floue.', 'Décision nette, mais floue.']) expect(JSON.stringify(saves)).toContain(said);
  }, 60_000);

  it('two members write at once: the second sees both texts and goes on with their own', async () => {
    const { rosalie, theo, stage } = await aTeam();
    const [hers, his] = [await site.openAs(rosalie, { javaScriptEnabled: false }), await site.openAs(theo, { javaScriptEnabled: false })];
    for (const page of [hers, his]) await page.goto(stage);

    await hers.locator('#f-text-decision').fill('En ligne ou au marché ?');
    await hers.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await his.locator('#f-text-decision').fill('Infolettre ou blogue ?');
    await his.getByRole('button', { name: 'Enregistrer le brouillon' }).click();

    expect(await textOf(his, '.two-versions')).toContain('En ligne ou au marché ?');
    expect(await his.locator('#f-text-decision').inputValue()).toBe('Infolettre ou blogue ?');
    await his.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await hers.goto(stage);
    expect(await hers.locator('#f-text-decision').inputValue()).toBe('Infolettre ou blogue ?');
  }, 60_000);

  it('the network goes away while a student writes: the text stays, and is saved when it is back', async () => {
    const { rosalie, stage } = await aTeam();
    const page = await site.openAs(rosalie);
    await page.goto(stage);
    await page.locator('[data-island="draft-save"]').waitFor();

    await page.context().setOffline(true);
    await page.locator('#f-text-decision').fill('Écrit dans le train.');
    await page.getByText('Hors ligne, copie gardée ici').waitFor();
    expect(await page.locator('#f-text-decision').inputValue()).toBe('Écrit dans le train.');
    await page.context().setOffline(false);
    await page.getByText('Enregistré à').waitFor();

    await page.reload();
    expect(await page.locator('#f-text-decision').inputValue()).toBe('Écrit dans le train.');
  }, 60_000);

  it('sends a form as plain fields where no file was chosen, and in parts where one was', async () => {
    const { rosalie, stage } = await aTeam();
    const page = await site.openAs(rosalie);
    await page.goto(stage);
    const typeSent = async (): Promise<string> => {
      const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/draft'));
      await page.getByRole('button', { name: 'Enregistrer le brouillon', exact: true }).click();
      return (await sent).headers()['content-type'] ?? '';
    };

    await page.locator('#f-text-decision').fill('En ligne ou au marché ?');
    expect(await typeSent()).toBe('application/x-www-form-urlencoded');
    await page.waitForURL(/done=saved/);
    expect(await page.locator('#f-text-decision').inputValue()).toBe('En ligne ou au marché ?');

    await page
      .locator('#f-file-proposal')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: samples.pdf('proposition') });
    expect(await typeSent()).toContain('multipart/form-data');
    await page.locator('.attached').getByText('a.pdf').waitFor();
  }, 60_000);

  it('a browser runs no script: work is corrected, handed in and read all the same', async () => {
    const { rosalie, stage } = await aTeam();
    const page = await site.openAs(rosalie, { javaScriptEnabled: false });
    await page.goto(stage);

    await page.locator('#f-text-decision').fill('En ligne ou au marché ?');
    await page
      .locator('#f-file-proposal')
      .setInputFiles({ name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a PDF') });
    await page.getByRole('button', { name: 'Remettre', exact: true }).click();
    expect(await page.locator('#f-text-decision').inputValue()).toBe('En ligne ou au marché ?');
    expect(await textOf(page, '.problems')).toContain('« notes.pdf »');
    await page.locator('.problems a[href="#f-text-focal"]').click();
    expect(page.url()).toContain('#f-text-focal');

    await page.locator('#f-text-focal').fill('Une coopérative.');
    await page.locator('#f-text-ai_statement').fill('Aucun usage.');
    for (const field of ['proposal', 'contract'])
      await page
        .locator(`#f-file-${field}`)
        .setInputFiles({ name: `${field}.pdf`, mimeType: 'application/pdf', buffer: samples.pdf(field) });
    await page.getByRole('button', { name: 'Remettre', exact: true }).click();

    await page.waitForURL(/\/submissions\//);
    for (const part of ['contract.pdf', 'proposal.pdf', 'En ligne ou au marché ?']) expect(await textOf(page, 'main')).toContain(part);
  }, 60_000);
});
