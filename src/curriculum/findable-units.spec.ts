import { join } from 'node:path';
import { ROOT } from '../platform/config/root.js';
import { CurriculumContent } from './content.js';
import { textOf } from '../platform/markup/html-text.js';
import { batchesOf } from './findable-units.js';
import type { SearchDocument } from '../platform/search-index/search-sources.js';
import { wordsOf } from '../platform/search-index/words.js';

const content = new CurriculumContent(join(ROOT, 'slides'));
async function textsOf(): Promise<SearchDocument[]> {
  const texts: SearchDocument[] = [];
  for (const batch of batchesOf(content)) texts.push(...(await batch.documents()));
  return texts;
}

describe('what the files of the course have to find', () => {
  it('is every slide of every deck, in both languages, at its own address', async () => {
    const slides = (await textsOf()).filter(({ kind }) => kind === 'slide');
    const written = content.units().flatMap(({ key }) => (['fr', 'en'] as const).flatMap((lang) => content.deck(key, lang)?.slides ?? []));
    expect(slides).toHaveLength(written.length);
    expect(new Set(slides.map(({ address }) => address)).size).toBe(slides.length);
    expect(slides[1]?.address).toMatch(/^\/slides\/fr\/[a-z-]+#\/2$/);
  });

  it('is readings, workshops, questions, terms and the units themselves', async () => {
    const texts = await textsOf();
    const count = (kind: string): number => texts.filter((text) => text.kind === kind).length;
    const units = content.units();
    expect(count('unit')).toBe(units.length * 2);
    expect(count('reading')).toBe(units.flatMap(({ readings }) => readings).length);
    expect(count('workshop')).toBe(units.filter(({ key }) => content.workshop(key)).length * 2);
    expect(count('question')).toBe(units.flatMap(({ key }) => content.selfCheck(key)?.questions ?? []).length * 2);
    expect(count('term')).toBe(content.terms().length * 2);
  });

  it('is never a word of the speaker’s notes alone', async () => {
    const shown = new Set((await textsOf()).flatMap(({ title, body }) => wordsOf(`${title} ${body}`).map(({ plain }) => plain)));
    const [deck] = [content.deck('competitive-analysis', 'fr')!];
    const slide = deck.slides.find(({ notes }) => notes !== null)!;
    const noted = wordsOf(textOf(slide.notes!)).map(({ plain }) => plain);
    // Some of them the slides say as well; the notes say much more.
    expect(noted.filter((word) => !shown.has(word)).length).toBeGreaterThan(3);
    for (const { body } of await textsOf()) expect(body).not.toContain(textOf(slide.notes!).slice(0, 60));
  });

  it('is never the answer to a question of the self-check', async () => {
    const bodies = (await textsOf()).map(({ body }) => body).join('\n');
    for (const { key } of content.units())
      for (const { explanation } of content.selfCheck(key)?.questions ?? []) expect(bodies).not.toContain(explanation.fr);
  });

  it('opens with its unit, but for the slides of an open deck and the terms', async () => {
    const texts = await textsOf();
    const open = new Set(texts.filter(({ opensWith }) => opensWith === 'course').map(({ kind }) => kind));
    expect([...open].sort()).toEqual(['slide', 'term']);
  });

  it('has a name for each batch, and a hash that stays until a file changes', async () => {
    const [once, twice] = [batchesOf(content), batchesOf(content)];
    expect(once.map(({ key, hash }) => `${key} ${hash}`)).toEqual(twice.map(({ key, hash }) => `${key} ${hash}`));
    expect(new Set(once.map(({ hash }) => hash)).size).toBe(once.length);
    expect(once.every(({ key }) => key.startsWith('slides:'))).toBe(true);
  });
});
