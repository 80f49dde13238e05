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

describe('every slide', () => {
  const site = openSite();

  const decks = () => {
    const content = site.house.app.get(CurriculumContent);
    return content
      .units()
      .flatMap(({ key }) =>
        LANGS.flatMap((lang) => (content.deck(key, lang)?.lang === lang ? [{ key, lang, deck: content.deck(key, lang)! }] : [])),
      );
  };

  it('stays inside its stage and above the foot of the deck', async () => {
    const context = await site.chromium.newContext({ viewport: STAGE, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const out: string[] = [];
    for (const { key, lang, deck } of decks()) {
      await page.goto(`${site.house.url}/slides/${lang}/${key}`);
      await page.locator('.reveal.ready').waitFor();
      const found = await page.evaluate(
        measure,
        deck.slides.map(({ h, v }) => ({ h, v })),
      );
      out.push(...found.map((one) => `${lang} ${key} ${one}`));
    }
    await context.close();

    expect(decks().length).toBeGreaterThan(8);
    expect(out).toEqual([]);
  }, 300_000);

  it('is open to everybody, on the wall in either scheme and read as a page', async () => {
    const found: string[] = [];
    const context = await site.chromium.newContext({ viewport: STAGE, bypassCSP: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const { key, lang } of decks()) {
      await page.goto(`${site.house.url}/slides/${lang}/${key}?view=scroll`);
      for (const [colorScheme, rules] of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violationsOn(page, rules)).map((one) => `${key} ${colorScheme}: ${one}`));
      }
    }
    await context.close();

    expect(found).toEqual([]);
  }, 300_000);
});

/** Runs in the page. Goes through the deck by its addresses, as anybody may, and tells what leaves the stage. */
async function measure(places: readonly { h: number; v: number }[]): Promise<string[]> {
  const out: string[] = [];
  const foot = document.querySelector('.deck-foot')!.getBoundingClientRect();
  for (const { h, v } of places) {
    location.hash = `#/${h + 1}${v ? `/${v + 1}` : ''}`;
    await new Promise((done) => setTimeout(done, 30));
    const section = document.querySelector('.slides section.present:not(.stack)')!;
    const column = section.closest('.slides > section')!;
    if ([...document.querySelectorAll('.slides > section')].indexOf(column) !== h) out.push(`${h + 1}.${v + 1} was not reached`);
    const stage = document.querySelector('.slides')!.getBoundingClientRect();
    const bottom = section.matches('.opener') ? stage.bottom : Math.min(stage.bottom, foot.top);
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
