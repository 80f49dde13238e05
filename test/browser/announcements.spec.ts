import type { Page } from 'playwright-core';
import { worldOf } from '../support/world.js';
import { openSite } from './site.js';

describe('announcements in a browser', () => {
  const site = openSite();

  it('are looked at, published, read and withdrawn', async () => {
    const world = worldOf(site.app);
    const student = await world.student();
    const at = `/courses/${student.course.slug}/announcements`;
    const lecturerPage = await site.openAs(await world.lecturer({ course: student.course }));

    await lecturerPage.goto(at);
    await lecturerPage.getByRole('link', { name: 'Écrire une annonce' }).click();
    await expectHidden(lecturerPage, 'Date et heure de parution');
    await lecturerPage.getByLabel('Titre en français').fill('Apportez un ordinateur');
    await lecturerPage.getByLabel('Texte en français').fill('Un par équipe **suffit**.');
    await lecturerPage.getByRole('button', { name: 'Aperçu' }).click();
    expect(await lecturerPage.locator('.preview .prose strong').innerText()).toBe('suffit');
    await lecturerPage.getByRole('button', { name: 'Publier ou programmer' }).click();
    await lecturerPage.getByText('Annonce enregistrée.').waitFor();

    const reader = await site.openAs(student);
    const isRead = reader.waitForResponse((answer) => answer.url().endsWith('/reading'));
    await reader.goto(at);
    expect(await reader.getByText('Nouveau').count()).toBe(1);
    await isRead;
    await reader.locator('#reading').waitFor({ state: 'detached' });
    await reader.reload();
    expect(await reader.getByText('Nouveau').count()).toBe(0);

    await lecturerPage.getByRole('button', { name: 'Retirer l’annonce' }).click();
    await lecturerPage.getByRole('dialog').getByRole('button', { name: 'Retirer l’annonce' }).click();
    await lecturerPage.getByText('Annonce retirée. Les courriels').waitFor();
    await reader.reload();
    expect(await reader.getByRole('link', { name: 'Apportez un ordinateur' }).count()).toBe(0);
    expect(site.found).toEqual([]);
  }, 60_000);
});

/** The date is asked of those alone who publish later. */
async function expectHidden(page: Page, label: string): Promise<void> {
  expect(await page.getByLabel(label).isVisible()).toBe(false);
  await page.getByLabel('À une date').check();
  expect(await page.getByLabel(label).isVisible()).toBe(true);
  await page.getByLabel('Maintenant').check();
}
