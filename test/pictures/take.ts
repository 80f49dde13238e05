import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Lang } from '../../src/kernel/localised.js';
import { openFrozenContext } from './frozen-browser.js';
import { FORCED, type PicturedPage, SCHEMES, WIDTHS } from './pages.js';

/** In pixels, of a window. */
const HEIGHT = 900;
/** In pixels: what a longer page has below is the same components once more. */
const LONGEST = 2_800;

export interface Picture {
  readonly page: PicturedPage;
  readonly name: string;
  readonly png: Buffer;
}

export interface Viewer {
  readonly chromium: Browser;
  /** Where the server listens. */
  readonly url: string;
  readonly lang: Lang;
  /** As `name=value`. */
  readonly cookie: string;
}

/** Each wanted page of one person in one language, at every width and in both schemes, in the order of the list. */
export async function* takePictures(
  viewer: Viewer,
  pages: readonly PicturedPage[],
  isWanted: (page: PicturedPage) => boolean,
): AsyncGenerator<Picture> {
  const { chromium, url, lang, cookie } = viewer;
  const context = await openFrozenContext(chromium, { locale: `${lang}-CA`, viewport: { width: WIDTHS[0], height: HEIGHT } });
  const [name, value] = cookie.split('=') as [string, string];
  await context.addCookies([{ name, value, url }]);
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  try {
    for (const page of pages)
      for (const width of WIDTHS) {
        await tab.setViewportSize({ width, height: HEIGHT });
        await open(tab, url, page, lang);
        for (const scheme of isWanted(page) ? SCHEMES : []) {
          await tab.emulateMedia({ colorScheme: scheme });
          yield { page, name: `${page.name}.${lang}.${scheme}.${width}`, png: await shoot(tab, session, page) };
        }
        if (isWanted(page) && page.forced && lang === FORCED.lang && width === FORCED.width) {
          await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
          yield { page, name: `${page.name}.${lang}.${FORCED.scheme}.${width}`, png: await shoot(tab, session, page) };
          await tab.emulateMedia({ forcedColors: 'none' });
        }
      }
  } finally {
    await context.close();
  }
}

async function open(tab: Page, url: string, { path, press, part, varies }: PicturedPage, lang: Lang): Promise<void> {
  const reply = await tab.goto(url + path.replace(':lang', lang), { waitUntil: 'load' });
  if (!reply?.ok()) throw new Error(`${path} answers ${reply?.status()}.`);
  if (press) await Promise.all([tab.waitForEvent('load'), tab.locator(press).first().click()]);
  if (part) await tab.waitForLoadState('networkidle');
  await tab.evaluate(settle, varies ?? '');
}

/** Runs in the page: its faces are there, its pictures are drawn, and what differs from machine to machine says nothing. */
async function settle(varies: string): Promise<void> {
  if (varies) for (const element of document.querySelectorAll(varies)) element.textContent = '…';
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}

async function shoot(tab: Page, session: CDPSession, { part }: PicturedPage): Promise<Buffer> {
  const { width, full } = await tab.evaluate(
    () =>
      new Promise<{ width: number; full: number }>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done({ width: innerWidth, full: document.documentElement.scrollHeight }))),
      ),
  );
  const height = part ? HEIGHT : Math.min(Math.max(full, HEIGHT), LONGEST);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    captureBeyondViewport: !part,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  });
  return Buffer.from(data, 'base64');
}
