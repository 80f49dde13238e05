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
/** Of a control to its ground: words, and the arrows, which are graphics. */
const LEAST = { words: 4.5, arrows: 3 };
/** What a slide is set in: its own face; and where that does not come, one that is a seventh wider, as the sans of many systems is. */
const FACES = [
  ['in its own face', { reserve: RESERVE, least: LEAST, prepare: async () => undefined }],
  ['in a wider face', { reserve: 0, least: null, prepare: widen }],
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
    'stays inside its stage and above the foot of the deck, under controls that are seen on it, %s',
    async (_, { reserve, least, prepare }) => {
      const context = await site.chromium.newContext({ viewport: STAGE, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await prepare(page);
      const out: string[] = [];
      for (const { key, lang, deck } of decks()) {
        await page.goto(`${site.app.url}/slides/${lang}/${key}`);
        await page.locator('.reveal.ready').waitFor();
        const found = await page.evaluate(measure, { places: deck.slides.map(({ h, v }) => ({ h, v })), reserve, least });
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

  it('hides no slide that is printed from those who hear it', async () => {
    const page = await site.open({ viewport: STAGE, bypassCSP: true });
    const { key, lang } = decks()[0]!;
    await page.goto(`${site.app.url}/slides/${lang}/${key}?view=print`);
    await page.locator('.pdf-page').first().waitFor();

    expect(await page.locator('.slides section[aria-hidden]').count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  }, 60_000);
});

/** Answers the requests for the face of slides with another one. */
async function widen(page: Page): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  for (const style of ['normal', 'italic']) {
    const body = readFileSync(resolve(`@fontsource-variable/inter/files/inter-latin-wght-${style}.woff2`));
    await page.route(`**/source-sans-3-latin-wght-${style}-*.woff2`, (route) => route.fulfill({ body, contentType: 'font/woff2' }));
  }
}

interface Measuring {
  readonly places: readonly { h: number; v: number }[];
  readonly reserve: number;
  /** Where controls are held against their ground as well. */
  readonly least: typeof LEAST | null;
}

/**
 * Runs in the page. Goes through the deck by its addresses, as anybody may, and tells what leaves the stage, and which of the
 * controls over it is too pale on what lies below it, in either theme.
 */
async function measure({ places, reserve, least }: Measuring): Promise<string[]> {
  const out: string[] = [];
  // A colour on its way to another one is neither.
  const still = new CSSStyleSheet();
  still.replaceSync('* { transition: none !important; }');
  document.adoptedStyleSheets = [still];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const pixel = (colour: string): number[] => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour: string): number => {
    const [r, g, b] = pixel(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const groundOf = (element: Element, below: Element): string => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (at.matches('.reveal, body')) break;
      if (pixel(backgroundColor)[3] === 255) return backgroundColor;
    }
    return [below, document.querySelector('.reveal-viewport')!]
      .map((one) => getComputedStyle(one).backgroundColor)
      .find((colour) => pixel(colour)[3] === 255)!;
  };
  const tooPale = (below: Element, most: typeof LEAST): string[] =>
    ['light', 'dark'].flatMap((theme) => {
      document.documentElement.dataset['theme'] = theme;
      const controls = document.querySelectorAll(
        '.deck-bar :is(a, button, summary, kbd, p), .controls button, .slide-number, .deck-foot span',
      );
      return [...controls].flatMap((control) => {
        const shown = control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        if (!shown || control.matches('.controls button:not(.enabled)')) return [];
        const [one, other] = [getComputedStyle(control).color, groundOf(control, below)].map(light) as [number, number];
        const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        const name = (control.getAttribute('aria-label') ?? control.textContent).trim();
        return contrast < (control.matches('.controls button') ? most.arrows : most.words)
          ? [`“${name}” has ${contrast.toFixed(1)} : 1 in the ${theme} theme`]
          : [];
      });
    });
  await document.fonts.ready;
  const foot = document.querySelector('.deck-foot')!.getBoundingClientRect();
  for (const { h, v } of places) {
    location.hash = `#/${h + 1}${v ? `/${v + 1}` : ''}`;
    await new Promise((done) => setTimeout(done, 30));
    const section = document.querySelector('.slides section.present:not(.stack)')!;
    const column = section.closest('.slides > section')!;
    if (least) out.push(...tooPale(section, least).map((one) => `${h + 1}.${v + 1}: ${one}`));
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
