import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../platform/config/root.js';
import type { Lang } from '../kernel/localised.js';
import { lengthOf, readDeck } from './read-deck.js';

/** Every deck that is written. All nine units have a French one. */
const DECKS = readdirSync(join(ROOT, 'slides'))
  .filter((folder) => /^\d\d-/.test(folder))
  .flatMap((folder) => (['fr', 'en'] as const).map((lang) => ({ folder, lang, file: `slides/${folder}/deck.${lang}.md` })))
  .filter(({ file }) => existsSync(join(ROOT, file)));

function read({ folder, lang, file }: { folder: string; lang: Lang; file: string }) {
  const names = imagesOf(folder);
  const drawings = new Map(names.map((name) => [name, readFileSync(join(ROOT, 'slides', folder, 'images', name), 'utf8')]));
  return readDeck(readFileSync(join(ROOT, file), 'utf8'), { file, lang, unit: folder.slice(3), images: new Set(), drawings });
}

function imagesOf(folder: string): string[] {
  const images = join(ROOT, 'slides', folder, 'images');
  return existsSync(images) ? readdirSync(images) : [];
}

describe.each(DECKS)('$file', (file) => {
  const { deck, problems } = read(file);
  const slides = deck?.slides ?? [];

  it('is read without a problem', () => {
    expect(problems).toEqual([]);
  });

  it('opens once and has 24 to 26 slides', () => {
    expect(slides[0]?.kind).toBe('opener');
    expect(slides.length).toBeGreaterThanOrEqual(24);
    expect(slides.length).toBeLessThanOrEqual(26);
  });

  it('is as long as it is said to be before it is read', () => {
    const length = lengthOf(readFileSync(join(ROOT, file.file), 'utf8'), file.lang);
    expect(length).toEqual({ lang: file.lang, slides: slides.length, columns: (slides.at(-1)?.h ?? -1) + 1 });
  });

  it('has a title on each slide', () => {
    expect(slides.filter(({ title }) => !title)).toEqual([]);
  });

  it('has at most 60 words a slide, sources apart', () => {
    const long = slides
      .filter(({ title, words }) => words > 60 && !/^sources/i.test(title))
      .map(({ title, words }) => `${title}: ${words}`);
    expect(long).toEqual([]);
  });

  it('has at least six diagrams', () => {
    expect(slides.flatMap(({ html }) => html.match(/<svg\b(?![^>]*aria-hidden)/g) ?? []).length).toBeGreaterThanOrEqual(6);
  });

  it('shows every drawing that lies beside it, and holds none itself', () => {
    const text = readFileSync(join(ROOT, file.file), 'utf8');
    expect(imagesOf(file.folder).filter((name) => !text.includes(`](images/${name}`))).toEqual([]);
    expect(text).not.toContain('<svg');
  });

  it('has notes on every slide that teaches', () => {
    expect(slides.filter(({ notes, title }) => !notes && !/^sources/i.test(title)).map(({ title }) => title)).toEqual([]);
  });
});
