import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type TestApp, startApp } from '../support/test-app.js';
import type { Someone } from '../support/world.js';
import { type Watch, watching } from './watched.js';

/** An application of its own for the tests around, and browsers at it: opened before them, watched, and closed after them. */
export interface Site {
  readonly app: TestApp;
  readonly chromium: Browser;
  /** What went wrong in any of the browsers so far. */
  readonly found: string[];
  /** A browser in which nobody is signed in. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** A browser of somebody who is signed in. */
  openAs(person: Someone, options?: BrowserContextOptions): Promise<Page>;
}

/** To be called in a `describe`; its parts are there once the tests run. `usual` holds for every browser. */
export function openSite(usual: BrowserContextOptions = { locale: 'fr-CA' }): Site {
  let app: TestApp;
  let chromium: Browser;
  let watch: Watch;
  beforeAll(async () => {
    [app, chromium] = [await startApp(), await openBrowser()];
    watch = watching(chromium, app.url);
  });
  afterAll(async () => {
    await chromium.close();
    await app.stop();
  });
  const open: Site['open'] = (options = {}) => watch.open({ ...usual, ...options });
  return {
    get app() {
      return app;
    },
    get chromium() {
      return chromium;
    },
    get found() {
      return watch.found;
    },
    open,
    openAs: async (person, options = {}) => {
      const page = await open(options);
      await page.context().addCookies([await cookieOf(app, person)]);
      return page;
    },
  };
}

/** What a browser of this person holds. */
export async function cookieOf(app: TestApp, person: Someone): Promise<{ name: string; value: string; url: string }> {
  const { cookie } = await app.as(person);
  const place = cookie.indexOf('=');
  return { name: cookie.slice(0, place), value: cookie.slice(place + 1), url: app.url };
}
