import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import * as cheerio from 'cheerio';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { CurriculumContent } from '../../src/curriculum/index.js';
import { DeckPdfs } from '../../src/slides/index.js';
import type { Deck } from '../../src/decks/deck.js';
import { readDeck } from '../../src/decks/read-deck.js';
import { Chromium } from '../../src/slides/download/pdf/chromium.js';
import { printDeck } from '../../src/slides/download/pdf/print-deck.js';
import { findBrowser } from '../../scripts/browser.mjs';
import { FrontCache } from '../../src/platform/http/front-cache.js';
import { read } from '../support/crawl.js';
import { appForFile } from '../support/app-for-file.js';

const UNIT = 'competitive-analysis';
const FILE = `/slides/fr/${UNIT}.pdf`;

describe('a deck as a PDF', () => {
  const app = appForFile();
  const { world } = app;
  const content = () => app.nest.get(CurriculumContent);
  const pdfs = () => app.nest.get(DeckPdfs);

  /** The course as if it had that one deck, so that a test prints no more than it looks at. */
  function only(deck: Deck, more: { readonly open?: boolean } = {}): void {
    const unit = { ...content().unit(UNIT)!, ...more };
    jest.spyOn(content(), 'units').mockReturnValue([unit]);
    jest.spyOn(content(), 'unit').mockImplementation((key) => (key === UNIT ? unit : null));
    jest.spyOn(content(), 'deck').mockImplementation((key) => (key === UNIT ? deck : null));
    app.nest.get(FrontCache).forget('/slides/');
  }
  const deckOf = (text: string): Deck => readDeck(text, { file: 'deck.fr.md', lang: 'fr', unit: UNIT, images: new Set() }).deck!;
  const jobs = async () =>
    (await app.database.query<{ key: string }>(`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'build-deck-pdf'`)).map(
      ({ key }) => key,
    );

  it('has a page for each slide, of a slide’s size, with its title, its fonts and something on it', async () => {
    const deck = content().deck(UNIT, 'fr')!;
    only(deck);
    await pdfs().askForMissing(['waiting']);
    await app.drainJobs();

    const { status, headers, text } = await read(app.stranger(), FILE);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'application/pdf',
      'public, max-age=0, must-revalidate',
    ]);
    expect(headers['content-disposition']).toContain('filename="Module 5, Analyse concurrentielle web.pdf"');
    await app.stranger().get(FILE).set('if-none-match', headers['etag']!).expect(304);

    const pages = await pagesOf(Buffer.from(text, 'latin1'));
    expect(pages.length).toBe(deck.slides.length);
    for (const [index, page] of pages.entries()) {
      expect(page.size).toEqual([960, 540]);
      expect(plain(page.text)).toContain(plain(deck.slides[index]!.title).slice(0, 40));
      expect(page.fontsWithoutFile).toEqual([]);
      expect(page.drawings).toBeGreaterThan(10);
    }
  }, 60_000);

  it('shows the steps of a slide together, and nothing of its notes', async () => {
    only(
      deckOf(
        '# Un\n\n- premier\n<!-- .element: class="fragment" -->\n- second\n<!-- .element: class="fragment" -->\n\nNote : secret\n\n---\n\n## Deux',
      ),
    );
    await pdfs().askForMissing(['waiting']);
    await app.drainJobs();

    const pages = await pagesOf(Buffer.from((await read(app.stranger(), FILE)).text, 'latin1'));
    expect(pages.length).toBe(2);
    expect(pages[0]!.text).toMatch(/premier.*second/s);
    expect(pages.map(({ text }) => text).join()).not.toContain('secret');
  }, 60_000);

  it('says what it waits for until it is made, and asks to come back', async () => {
    only(content().deck(UNIT, 'fr')!);
    await pdfs().askForMissing(['waiting']);

    const { text, headers } = await app.stranger().get(FILE).set('accept-language', 'fr').expect(503);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(cheerio.load(text)('main').text()).toContain('en préparation');
    expect(cheerio.load(text)(`a[href="/slides/fr/${UNIT}?view=print"]`).length).toBe(1);
    expect((await app.stranger().get(FILE).set('accept-language', 'en').expect(503)).text).toContain('is being made');
  });

  it('is not promised where no browser is found, and the view to print is offered', async () => {
    jest.spyOn(app.nest.get(Chromium), 'find').mockResolvedValue(null);
    await pdfs().askForMissing(['waiting', 'failed']);

    const page = cheerio.load((await app.stranger().get(FILE).set('accept-language', 'fr').expect(404)).text);
    expect(page('main').text()).toContain('ne peut pas fabriquer de PDF');
    expect(page(`a[href="/slides/fr/${UNIT}?view=print"]`).length).toBe(1);
    expect(await jobs()).toEqual([]);
  });

  it('is asked for once a deck and language, and not again once it is made', async () => {
    await pdfs().askForMissing(['waiting']);
    await pdfs().askForMissing(['waiting']);
    expect((await jobs()).sort()).toHaveLength(18);
    expect(new Set(await jobs()).size).toBe(18);
    const queues = await app.database.query('SELECT DISTINCT queue_name FROM graphile_worker.jobs');
    expect(queues).toEqual([{ queue_name: 'deck-pdf' }]);
  });

  it('stays while it is made anew, and the same slides are kept once', async () => {
    only(deckOf('# Un'));
    await pdfs().askForMissing(['waiting']);
    await app.drainJobs();
    await pdfs().askForMissing(['waiting']);
    expect(await jobs()).toEqual([]);

    await pdfs().rebuildAll();
    expect((await pdfs().list())[0]).toMatchObject({ state: 'waiting', pdf: { pages: 1 } });
    await app.stranger().get(FILE).expect(200);
    await app.drainJobs();
    expect((await pdfs().list())[0]).toMatchObject({ state: 'made' });
    expect(await app.database.query('SELECT count(*)::int AS n FROM blob')).toEqual([{ n: 1 }]);
  }, 60_000);

  it('of slides that have changed is not shown as theirs', async () => {
    only(deckOf('# Un'));
    await pdfs().askForMissing(['waiting']);
    await app.drainJobs();
    only(deckOf('# Deux'));

    await app.stranger().get(FILE).expect(503);
    only(deckOf('# Un'));
    await app.stranger().get(FILE).expect(200);
  }, 60_000);

  it('of a deck that is not open goes to its readers alone', async () => {
    only(deckOf('# Un'), { open: false });
    await pdfs().askForMissing(['waiting']);
    await app.drainJobs();

    await app.stranger().get(FILE).expect(404);
    const { headers } = await (await app.as(await world.lecturer())).get(FILE).expect(200);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['etag']).toBeUndefined();
  }, 60_000);

  it('of a deck that cannot be printed says so, and why to those who can mend it', async () => {
    const broken = deckOf('# Un');
    // As a picture that is in the folder when the deck is read, and gone when it is printed.
    only({
      ...broken,
      slides: broken.slides.map((one) => ({
        ...one,
        html: one.html.replace('</section>', `<img src="/slides/images/${UNIT}/gone.png" alt="a"></section>`) as never,
      })),
    });
    await pdfs().askForMissing(['waiting']);
    await app.drainJobs();

    expect((await pdfs().list())[0]).toMatchObject({ state: 'failed', pdf: null });
    expect((await pdfs().list())[0]!.reason).toContain('gone.png');
    expect(
      cheerio
        .load((await app.stranger().get(FILE).set('accept-language', 'fr').expect(404)).text)('main')
        .text(),
    ).toContain('n’a pas pu');
  }, 60_000);

  it('is printed of what the deck says alone: nothing in it runs, and no server is asked for anything', async () => {
    const asked: string[] = [];
    const other = createServer((request, response) => {
      asked.push(request.url!);
      response.end();
    });
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const there = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const markup = [
      `<script>document.querySelector('h1').textContent = 'pris'; fetch('${there}/fetched')</script>`,
      `<svg onload="document.querySelector('h1').textContent = 'pris'"></svg>`,
      `<link rel="stylesheet" href="${there}/style"><iframe src="${there}/frame"></iframe>`,
    ];
    // Past the sanitiser, as if it had let all of it through.
    const hostile = deckOf('# Un');
    const html = `<section><h1>Un</h1>${markup.join('')}</section>`;
    only({ ...hostile, slides: hostile.slides.map((one) => ({ ...one, html: html as never })) });
    await pdfs().askForMissing(['waiting']);
    await app.drainJobs();
    other.close();

    const [page] = await pagesOf(Buffer.from((await read(app.stranger(), FILE)).text, 'latin1'));
    expect(page!.text.trim()).toMatch(/^Un/);
    expect(page!.text).not.toContain('pris');
    expect(asked).toEqual([]);
  }, 60_000);
});

describe('a printing that cannot end', () => {
  const browser = findBrowser()!;
  const printable = (file: () => Promise<null>) => ({
    html: '<script src="/x.js"></script>',
    path: '/slides/fr/x',
    pages: 1,
    policy: '',
    file,
  });
  const never = () => new Promise<null>(() => undefined);

  it('stops when the server does', async () => {
    const closing = new AbortController();
    const stop = async () => {
      closing.abort();
      return never();
    };
    await expect(printDeck(browser, printable(stop), closing.signal)).rejects.toThrow('stopped');
  });

  it('fails when its browser is killed, instead of waiting for it', async () => {
    const kill = async () => {
      const children = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'host-resolver-rules'], { encoding: 'utf8' });
      for (const child of children.trim().split('\n')) process.kill(Number(child), 'SIGKILL');
      return never();
    };
    await expect(printDeck(browser, printable(kill), new AbortController().signal)).rejects.toThrow();
  });
});

/** The heading font has one sign for the apostrophe and for the letter that looks like it, and its reader names the other. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('ʼ', '’')
    .replace(/[\s\u00ad]+/g, '')
    .toLowerCase();

interface PrintedPage {
  readonly text: string;
  readonly size: readonly number[];
  readonly fontsWithoutFile: readonly string[];
  /** How many things are drawn on it. */
  readonly drawings: number;
}

/** The file as an independent reader of PDF finds it. */
async function pagesOf(pdf: Buffer): Promise<PrintedPage[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const names = fnArray.flatMap((operation, index) => (operation === OPS.setFont ? [String((argsArray[index] as unknown[])[0])] : []));
    const fonts = [...new Set(names)].map((name) => page.commonObjs.get(name) as { name: string; missingFile?: boolean });
    const { items } = await page.getTextContent();
    pages.push({
      text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
      size: page.view.slice(2),
      fontsWithoutFile: fonts.filter(({ missingFile }) => missingFile).map(({ name }) => name),
      drawings: fnArray.length,
    });
  }
  return pages;
}
