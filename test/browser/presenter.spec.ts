import type { Page } from 'playwright-core';
import { worldOf } from '../support/world.js';
import { openSite } from './site.js';

const SLOW_MS = 800;

describe('the presenter’s page', () => {
  const site = openSite({ locale: 'fr-CA', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const open = async (): Promise<Page> => {
    const lecturer = await worldOf(site.app).lecturer();
    const page = await site.openAs(lecturer);
    await page.addInitScript(watchShifts);
    await page.route('**/assets/present*.js', async (route) => {
      await new Promise((later) => setTimeout(later, SLOW_MS));
      await route.continue();
    });
    await page.goto(`${site.app.url}/courses/${lecturer.course.slug}/present/fr/competitive-analysis`);
    await page.locator('[data-notes] p').first().waitFor();
    return page;
  };

  it('does not jump when its script comes late, and keeps the lines of notes', async () => {
    const page = await open();

    const { shifts, lines, paragraphs } = await page.evaluate(look);

    expect(shifts).toBeLessThan(0.02);
    expect(lines).toBe(2);
    expect(paragraphs).toBeGreaterThan(8);
    expect(site.found).toEqual([]);
  }, 60_000);
});

/** Runs in the page before its own scripts. */
function watchShifts(): void {
  const seen = { sum: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.sum += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page. How far it has jumped, how many lines two written lines are, and what lies between two paragraphs, in pixels. */
function look(): { shifts: number; lines: number; paragraphs: number } {
  const note = document.querySelector('[data-notes] p')!;
  note.textContent = 'Une ligne';
  const one = note.getBoundingClientRect().height;
  note.textContent = 'Une ligne\nune autre';
  const lines = Math.round(note.getBoundingClientRect().height / one);
  const next = document.createElement('p');
  next.textContent = 'Suite';
  note.after(next);
  const paragraphs = next.getBoundingClientRect().top - note.getBoundingClientRect().bottom;
  return { shifts: (globalThis as unknown as { seen: { sum: number } }).seen.sum, lines, paragraphs };
}
