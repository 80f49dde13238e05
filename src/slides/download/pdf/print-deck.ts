import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Route } from 'playwright-core';

/** What a deck is printed from. Nothing of it is fetched: each file is read by whoever prints. */
export interface Printable {
  readonly html: string;
  /** The address the page believes to be at: its script takes its settings from there. */
  readonly path: string;
  /** How many pages it must come to: one a slide. */
  readonly pages: number;
  /** The file at a path of ours, or null where there is none. */
  readonly file: (path: string) => Promise<PrintableFile | null>;
  /** What the page of the deck may do; the same as in a reader’s browser. */
  readonly policy: string;
}
export interface PrintableFile {
  readonly mediaType: string;
  readonly body: Buffer;
}

/** A name that no network knows: were anything to leave the browser, it would find nobody. */
const ORIGIN = 'http://deck.invalid';
const SLIDE = { width: 1280, height: 720 };
/** Two minutes for what takes four seconds: a browser that hangs must not keep the other decks waiting for ever. */
const PATIENCE_MS = 120_000;
const CLOSING_MS = 5_000;
/**
 * Without the browser’s sandbox, which containers and the root account do not allow: the page holds nothing but our own
 * sanitised markup and our own scripts, and reaches no network.
 */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** The driver would otherwise end this whole process when it is told to stop, answers that have begun and all. */
const OURS_TO_END = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/** Prints a deck, one page a slide, its steps shown together. @throws when a file, a font or a page is missing. */
export async function printDeck(executablePath: string, printable: Printable, signal: AbortSignal): Promise<Buffer> {
  // Loaded when first needed: a server that prints nothing does without it.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS, ...OURS_TO_END });
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    return sameEachTime(await Promise.race([print(browser, printable), cutShort(browser, limit)]));
  } finally {
    await Promise.race([browser.close().catch(() => undefined), wait(CLOSING_MS, undefined, { ref: false })]);
  }
}

/** Fails when the browser is gone or time is up: killed by a machine short of memory, it would leave the driver waiting for ever. */
const cutShort = (browser: Browser, limit: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const fail = (why: string) => () => reject(new Error(why));
    browser.once('disconnected', fail('The browser ended before the deck was printed'));
    limit.addEventListener('abort', fail('Printing was stopped: the server is closing, or it took more than two minutes'), { once: true });
    if (limit.aborted || !browser.isConnected()) fail('The browser was not there to print the deck')();
  });

async function print(browser: Browser, printable: Printable): Promise<Buffer> {
  const context = await browser.newContext({ viewport: SLIDE, colorScheme: 'light', reducedMotion: 'reduce', serviceWorkers: 'block' });
  const missing = await serve(context, printable);
  const page = await context.newPage();
  await page.goto(`${ORIGIN}${printable.path}?view=print`);
  await page
    .locator('.reveal .pdf-page')
    .nth(printable.pages - 1)
    .waitFor();
  missing.push(...(await page.evaluate(unreadable)));
  if (missing.length > 0) throw new Error(`Missing in the page: ${missing.join(', ')}`);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  const made = pagesIn(pdf);
  if (made !== printable.pages) throw new Error(`${made} pages were printed of ${printable.pages} slides`);
  return pdf;
}

/** Answers every request of the page from here, and refuses whatever is not ours. What was not found comes back by name. */
async function serve(context: BrowserContext, { html, path, file, policy }: Printable): Promise<string[]> {
  const missing: string[] = [];
  await context.route(
    () => true,
    async (route: Route) => {
      const { origin, pathname } = new URL(route.request().url());
      if (origin !== ORIGIN) return route.abort('blockedbyclient');
      if (pathname === path)
        return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy } });
      const found = await file(pathname);
      if (found) return route.fulfill({ body: found.body, contentType: found.mediaType });
      missing.push(pathname);
      return route.fulfill({ status: 404, body: '' });
    },
  );
  return missing;
}

/** Runs in the page: the pictures and fonts that could not be read, once all have been tried. */
async function unreadable(): Promise<string[]> {
  await document.fonts.ready;
  const pictures = [...document.images];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  const fonts = [...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family);
  return [...pictures.filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src), ...fonts];
}

const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

/** The hour of printing is written into the file; without it the same slides make the same bytes, which are kept once. */
function sameEachTime(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1').replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, '$120000101000000');
  return Buffer.from(text, 'latin1');
}
