import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { CurriculumContent } from '../../src/curriculum/index.js';
import { LANGS } from '../../src/kernel/localised.js';
import { violationsOn } from '../support/axe.js';
import { openSite } from './site.js';

/** What a slide is drawn on, in its own pixels. */
const STAGE = { width: 1280, height: 720 };
const SCHEMES = [
  ['light', 'all'],
  ['dark', 'colours'],
] as const;

/** In pixels of the stage: what a slide leaves free above the foot, for a letter that another browser draws a little wider. */
const RESERVE = 6;
/** What a slide is set in: its own face; and where that does not come, one that is a seventh wider, as the sans of many systems is. */
const FACES = [
  ['in its own face', { reserve: RESERVE, prepare: async () => undefined }],
  ['in a wider face', { reserve: 0, prepare: widen }],
] as const;

describe('every slide', () => {
  const site = openSite();

  const decks = () => {
    const content = site.app.nest.get(CurriculumContent);
    return content
      .units()
      .flatMap(({ key }) =>
        LANGS.flatMap((lang) => (content.deck(key, lang)?.lang === lang ? [{ key, lang, deck: content.deck(key, lang)! }] : [])),
      );
  };

  it.each(FACES)(
    'stays inside its stage and above the foot of the deck, %s',
    async (_, { reserve, prepare }) => {
      const context = await site.chromium.newContext({ viewport: STAGE, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await prepare(page);
      const out: string[] = [];
      for (const { key, lang, deck } of decks()) {
        await page.goto(`${site.app.url}/slides/${lang}/${key}`);
        await page.locator('.reveal.ready').waitFor();
        const found = await page.evaluate(measure, { places: deck.slides.map(({ h, v }) => ({ h, v })), reserve });
        out.push(...found.map((one) => `${lang} ${key} ${one}`));
      }
      await context.close();

      expect(decks().length).toBeGreaterThan(8);
      expect(out).toEqual([]);
    },
    300_000,
  );

  it('is open to everybody, on the wall in either scheme and read as a page', async () => {
    const found: string[] = [];
    const context = await site.chromium.newContext({ viewport: STAGE, bypassCSP: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const addresses = decks().map(({ key, lang }) => `/slides/${lang}/${key}`);
    // The bar of a deck that runs stands on its first slide, which is the same in each: once is enough.
    for (const address of [addresses[0]!, ...addresses.map((one) => `${one}?view=scroll`)]) {
      await page.goto(site.app.url + address);
      await page.locator('html.deck-read, html.deck-runs .reveal.ready').first().waitFor();
      for (const [colorScheme, rules] of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violationsOn(page, rules)).map((one) => `${address} ${colorScheme}: ${one}`));
      }
    }
    await context.close();

    expect(found).toEqual([]);
  }, 300_000);
});

/** Answers the requests for the face of slides with another one. */
async function widen(page: Page): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  for (const style of ['normal', 'italic']) {
    const body = readFileSync(resolve(`@fontsource-variable/inter/files/inter-latin-wght-${style}.woff2`));
    await page.route(`**/source-sans-3-latin-wght-${style}-*.woff2`, (route) => route.fulfill({ body, contentType: 'font/woff2' }));
  }
}

/** Runs in the page. Goes through the deck by its addresses, as anybody may, and tells what leaves the stage. */
async function measure({ places, reserve }: { places: readonly { h: number; v: number }[]; reserve: number }): Promise<string[]> {
  const out: string[] = [];
  await document.fonts.ready;
  const foot = document.querySelector('.deck-foot')!.getBoundingClientRect();
  for (const { h, v } of places) {
    location.hash = `#/${h + 1}${v ? `/${v + 1}` : ''}`;
    await new Promise((done) => setTimeout(done, 30));
    const section = document.querySelector('.slides section.present:not(.stack)')!;
    const column = section.closest('.slides > section')!;
    if ([...document.querySelectorAll('.slides > section')].indexOf(column) !== h) out.push(`${h + 1}.${v + 1} was not reached`);
    const stage = document.querySelector('.slides')!.getBoundingClientRect();
    const bottom = section.matches('.opener') ? stage.bottom : Math.min(stage.bottom, foot.top) - reserve;
    for (const element of section.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || element.closest('.sr')) continue;
      const [right, down] = [Math.round(box.right - stage.right), Math.round(box.bottom - bottom)];
      if (right > 1 || down > 1 || box.left < stage.left - 1 || box.top < stage.top - 1)
        out.push(
          `${h + 1}.${v + 1}: <${element.tagName.toLowerCase()}> “${element.textContent?.trim().slice(0, 40)}” goes ${right} px right, ${down} px below`,
        );
    }
  }
  return out;
}
