import type { Browser } from 'playwright-core';
import { LANGS, type Lang } from '../../src/kernel/localised.js';
import { openBrowser } from '../support/browser.js';
import { restore, type Snapshot, takeSnapshot } from '../support/snapshot.js';
import type { House } from '../support/test-app.js';
import { accept, compareWithKept, forget, type Judge, keptNames, nameOfKept, writeTo } from './album.js';
import { FROZEN_ARGUMENTS } from './frozen-browser.js';
import { openFrozenHouse } from './frozen-house.js';
import { PICTURED_PAGES, type PicturedPage, SCHEMES, WIDTHS } from './pages.js';
import { takePictures } from './take.js';

/** `npm run screenshots` sets one of the two: a folder for pictures to be looked at, or that they are kept as they are. */
const { SCREENSHOTS_FOLDER: folder, SCREENSHOTS_ACCEPTED: isAccepted } = process.env;
const judge: Judge = folder ? writeTo(folder) : isAccepted ? accept : compareWithKept;
/** As many people look at a time as a small machine has cores. */
const LANES = 2;

let house: House;
let chromium: Browser;
let snapshot: Snapshot;
beforeAll(async () => {
  [house, chromium] = [await openFrozenHouse(), await openBrowser(FROZEN_ARGUMENTS)];
  snapshot = await takeSnapshot(house.database);
}, 120_000);
afterAll(async () => {
  await chromium.close();
  await house.stop();
});

describe.each(LANGS)('in %s', (lang) => {
  const found = new Map<string, string[]>();

  beforeAll(async () => {
    // What somebody saw or opened in the other language is not seen yet.
    await restore(house.database, snapshot);
    await house.database.query('UPDATE person SET language = $1', [lang]);
    const waiting = [...new Set(PICTURED_PAGES.map(({ who }) => who))];
    const lane = async () => {
      for (let who = waiting.shift(); who !== undefined; who = waiting.shift()) await look(who, lang, found);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }, 600_000);

  it.each(PICTURED_PAGES.map(({ name }) => name))('%s looks as its pictures say, narrow and wide, light and dark', (name) => {
    expect(found.get(name)).toEqual([]);
  });
});

it('keeps no picture of a page that is gone', () => {
  const taken = new Set(LANGS.flatMap((lang) => PICTURED_PAGES.flatMap((page) => namesOf(page, lang))).map(nameOfKept));
  const idle = keptNames().filter((name) => !taken.has(name));
  if (isAccepted) idle.forEach(forget);

  expect(isAccepted ? [] : idle).toEqual([]);
});

const namesOf = ({ name }: PicturedPage, lang: Lang): string[] =>
  SCHEMES.flatMap((scheme) => WIDTHS.map((width) => `${name}.${lang}.${scheme}.${width}`));

async function look(who: string | null, lang: Lang, found: Map<string, string[]>): Promise<void> {
  const pages = PICTURED_PAGES.filter((page) => page.who === who);
  for (const { name } of pages) found.set(name, []);
  const viewer = { chromium, url: house.url, lang, cookie: who ? await cookieOf(who) : `attrait_lang=${lang}` };
  for await (const picture of takePictures(viewer, pages)) {
    const sentence = await judge(picture);
    if (sentence) found.get(picture.name.split('.')[0]!)!.push(sentence);
  }
}

async function cookieOf(account: string): Promise<string> {
  const [person] = await house.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [`${account}@attrait.example`]);
  return (await house.as(person!)).cookie;
}
