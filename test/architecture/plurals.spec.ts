import { readdirSync } from 'node:fs';
import { LANGS, type Lang } from '../../src/kernel/localised.js';
import { spaced } from '../support/pages.js';

/** What ends in s or x without being a plural: words, and what somebody whose name is a number here does. */
const UNCOUNTED = new Set('après|attendu|bonus|cours|exists|writes|fois|moins|mois|plus|sans|takes|is|has|class|less'.split('|'));

/** What counts to a limit that is never so low, or from one to another. */
const LIMITS = /tooLong|TooLong|tooManySlides|programme\.lede|field\.(letters|lettersBetween|leastLetters|itemsBetween)$|lede\.student$/;

const catalogues = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('text.fr.ts'));

/** Every text of a catalogue that takes numbers, said for this one. Those that take something else can't be said so. */
function* saidFor(count: number, value: unknown, path = ''): Generator<readonly [path: string, text: string]> {
  if (value && typeof value === 'object') for (const [key, entry] of Object.entries(value)) yield* saidFor(count, entry, `${path}.${key}`);
  if (typeof value !== 'function' || value.length === 0 || LIMITS.test(path)) return;
  try {
    const text: unknown = (value as (...given: number[]) => unknown)(...Array<number>(value.length).fill(count));
    if (typeof text === 'string') yield [path, spaced(text)];
  } catch {
    return;
  }
}

const PLURAL = /(?<![\d.,])(\d)(?: (?:more|other|required|only))? (\p{L}+[sx])(?!\p{L})/gu;
const plurals = (text: string): string[] => [...text.matchAll(PLURAL)].map((match) => match[2]!).filter((word) => !UNCOUNTED.has(word));

describe.each(LANGS)('what is counted in %s', (lang: Lang) => {
  /** Of each room, its catalogue in this language, as it is written. */
  const texts: [file: string, catalogue: unknown][] = [];
  beforeAll(async () => {
    for (const file of catalogues) {
      const path = file.replace('.fr.ts', `.${lang}.js`);
      texts.push([path, ((await import(`../../src/${path}`)) as Record<Lang, unknown>)[lang]]);
    }
  });

  it.each(lang === 'fr' ? [0, 1] : [1])('is singular at %i', (count) => {
    const wrong: string[] = [];
    for (const [file, catalogue] of texts)
      for (const [path, text] of saidFor(count, catalogue)) if (plurals(text).length > 0) wrong.push(`${file} ${path}: ${text}`);

    expect(wrong).toEqual([]);
  });

  it('is plural at 2, and in English at 0 as well', () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const [file, catalogue] of texts) {
      const ones = new Map(saidFor(1, catalogue));
      const none = new Map(saidFor(0, catalogue));
      for (const [path, two] of saidFor(2, catalogue)) {
        const [zero, one] = [none.get(path) ?? '', ones.get(path) ?? ''];
        seen += plurals(two).length;
        if (lang === 'en' && plurals(two).length > 0 && zero.includes('0') && plurals(zero).join() !== plurals(two).join())
          wrong.push(`${file} ${path}: ${zero}`);
        if (plurals(two).length > 0 && one === two.replaceAll('2', '1')) wrong.push(`${file} ${path}: ${one}`);
      }
    }

    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(20);
  });
});
