import type { Browser } from 'playwright-core';
import { LANGS, type Lang } from '../../src/kernel/localised.js';
import { openBrowser } from '../support/browser.js';
import { restore, type Snapshot, takeSnapshot } from '../support/snapshot.js';
import type { TestApp } from '../support/test-app.js';
import { accept, compareWithKept, forget, type Judge, keptNames, nameOfKept, writeTo } from './album.js';
import { FROZEN_ARGUMENTS } from './frozen-browser.js';
import { openFrozenApp } from './frozen-app.js';
import { FORCED, PICTURED_PAGES, type PicturedPage, SCHEMES, WIDTHS } from './pages.js';
import { takePictures } from './take.js';

/** `npm run screenshots` sets one of the first two, a folder for pictures to be looked at, or that they are kept as they are; and names of pages, where not all are meant. */
const { SCREENSHOTS_FOLDER: folder, SCREENSHOTS_ACCEPTED: isAccepted, SCREENSHOTS_PAGES: names } = process.env;
const wanted = PICTURED_PAGES.filter(({ name }) => !names || names.split(',').includes(name));
const judge: Judge = folder ? writeTo(folder) : isAccepted ? accept : compareWithKept;
/** As many people look at a time as a small machine has cores. */
const LANES = 2;

let app: TestApp;
let chromium: Browser;
let snapshot: Snapshot;
beforeAll(async () => {
  [app, chromium] = [await openFrozenApp(), await openBrowser(FROZEN_ARGUMENTS)];
  snapshot = await takeSnapshot(app.database);
}, 300_000);
afterAll(async () => {
  await chromium.close();
  await app.stop();
});

describe.each(LANGS)('in %s', (lang) => {
  const found = new Map<string, string[]>();
  let isOver = false;
  afterAll(() => void (isOver = true));

  beforeAll(async () => {
    // What somebody saw or opened in the other language is not seen yet.
    await restore(app.database, snapshot);
    await app.database.query('UPDATE person SET language = $1', [lang]);
    const waiting = [...new Set(wanted.map(({ who }) => who))];
    const lane = async () => {
      for (let who = waiting.shift(); who !== undefined; who = waiting.shift())
        for await (const { page, ...picture } of picturesFor(who, lang)) {
          // Too late: the next language has begun, and its words are on these pages.
          if (isOver) return;
          const sentence = await judge(picture);
          found.set(page.name, [...(found.get(page.name) ?? []), ...(sentence ? [sentence] : [])]);
        }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }, 900_000);

  it.each(wanted.map(({ name }) => name))(
    '%s looks as its pictures say, narrow and wide, light and dark, and a few in forced colours',
    (name) => {
      expect(found.get(name)).toEqual([]);
    },
  );
});

it('keeps no picture of a page that is gone', () => {
  const taken = new Set(LANGS.flatMap((lang) => PICTURED_PAGES.flatMap((page) => namesOf(page, lang))).map(nameOfKept));
  const idle = keptNames().filter((name) => !taken.has(name));
  if (isAccepted) idle.forEach(forget);

  expect(isAccepted ? [] : idle).toEqual([]);
});

const namesOf = ({ name, forced }: PicturedPage, lang: Lang): string[] => [
  ...SCHEMES.flatMap((scheme) => WIDTHS.map((width) => `${name}.${lang}.${scheme}.${width}`)),
  ...(forced && lang === FORCED.lang ? [`${name}.${lang}.${FORCED.scheme}.${FORCED.width}`] : []),
];

/** Every page of this person is opened, in order, whatever is wanted: what somebody saw before shows on the next one. */
async function* picturesFor(who: string | null, lang: Lang) {
  const viewer = { chromium, url: app.url, lang, cookie: who ? await cookieOf(who) : `attrait_lang=${lang}` };
  const pages = PICTURED_PAGES.filter((page) => page.who === who);
  yield* takePictures(viewer, pages, (page) => wanted.includes(page));
}

async function cookieOf(account: string): Promise<string> {
  const [person] = await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [`${account}@attrait.example`]);
  return (await app.as(person!)).cookie;
}
