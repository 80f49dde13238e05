import type { Browser, Page } from 'playwright-core';
import type { Lang } from '../../src/kernel/localised.js';
import { overflowing, violationsOn } from '../support/axe.js';
import { openBrowser } from '../support/browser.js';
import { type AccessFixture, openAccessFixture, partsOf, type State, STATES } from '../support/access-fixture.js';
import { addressOf, routesOf } from '../support/routes.js';
import { NO_PAGES, SHOWN_PAGES, type ShownPage } from '../support/shown-pages.js';
import { restore } from '../support/snapshot.js';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

let fixture: AccessFixture;
let chromium: Browser;
let standing: State | undefined;
interface Tab {
  readonly page: Page;
  /** Files of ours that did not come. */
  readonly missing: string[];
}
const tabs = new Map<string, Tab>();
beforeAll(async () => {
  [fixture, chromium] = [await openAccessFixture(), await openBrowser()];
}, 120_000);
afterAll(async () => {
  await chromium.close();
  await fixture.stop();
});

const titleOf = ({ path, role, state, query }: ShownPage): string => `${path}${query ? `?${query}` : ''} for ${role}, ${state}`;

async function enter(state: State, lang: Lang): Promise<void> {
  if (standing !== state) await restore(fixture.app.database, fixture.snapshots.get(state)!);
  standing = state;
  await fixture.app.database.query('UPDATE person SET language = $1', [lang]);
}

/** A tab of that person, kept from page to page. Axe is a script that no policy of ours lets in. */
async function tabOf({ role }: ShownPage, lang: Lang): Promise<Tab> {
  const known = tabs.get(`${role} ${lang}`);
  if (known) return known;
  const context = await chromium.newContext({ bypassCSP: true, locale: `${lang}-CA`, reducedMotion: 'reduce' });
  const cookie = fixture.browsers.get(role)!.cookie ?? `attrait_lang=${lang}`;
  const [name, value] = cookie.split('=') as [string, string];
  await context.addCookies([{ name, value, url: fixture.app.url }]);
  const tab: Tab = { page: await context.newPage(), missing: [] };
  tab.page.on('response', (answer) => void (answer.url().includes('/assets/') && !answer.ok() && tab.missing.push(answer.url())));
  tabs.set(`${role} ${lang}`, tab);
  return tab;
}

/** The page in a window of that size, with everything it is made of: without its styles no rule means anything. */
async function open(shown: ShownPage, lang: Lang, viewport: typeof DESKTOP): Promise<Page> {
  await enter(shown.state, lang);
  const { page, missing } = await tabOf(shown, lang);
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: 'light' });
  const { path, state, query } = shown;
  const address = addressOf({ path }, { ...partsOf(path, fixture.parts(state)), lang });
  const reply = await page.goto(`${fixture.app.url}${address}${query ? `?${query}` : ''}`, { waitUntil: 'load' });
  if (path !== '/no-such-page') expect(reply!.status()).toBe(200);
  if (path === '/slides/:lang/:unit') await page.locator('html.deck-read, html.deck-runs .reveal.ready').first().waitFor();
  expect(missing).toEqual([]);
  return page;
}

it('every page there is stands in the list', () => {
  const reads = routesOf(fixture.app.nest).filter(({ verb }) => verb === 'GET');
  const listed = new Set([...SHOWN_PAGES.map(({ path }) => path), ...NO_PAGES]);

  expect(reads.map(({ path }) => path).filter((path) => !listed.has(path))).toEqual([]);
});

describe.each(STATES.filter((state) => SHOWN_PAGES.some((one) => one.state === state)))('with the work %s', (state) => {
  const pages = SHOWN_PAGES.filter((one) => one.state === state).map((shown) => [titleOf(shown), shown] as const);

  it.each(pages)('%s is open to everybody, light and dark, on a desktop and on a phone', async (_, shown) => {
    const found: string[] = [];
    const note = (where: string, lines: readonly string[]) => found.push(...lines.map((line) => `${where}: ${line}`));

    const page = await open(shown, 'fr', DESKTOP);
    note('light', await violationsOn(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    note('dark', await violationsOn(page, 'colours'));
    await page.setViewportSize(PHONE);
    note('phone, fr', await overflowing(page));
    const phone = await open(shown, 'en', PHONE);
    note('phone, en', [...(await overflowing(phone)), ...(await violationsOn(phone))]);
    expect(found).toEqual([]);
  });
});
