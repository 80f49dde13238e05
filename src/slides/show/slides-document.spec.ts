import { join } from 'node:path';
import * as cheerio from 'cheerio';
import type { Lang } from '../../kernel/localised.js';
import { ROOT } from '../../platform/config/root.js';
import { CurriculumContent, type Unit } from '../../curriculum/index.js';
import { readDeck } from '../../decks/index.js';
import { slidesDocument } from './slides-document.js';

const UNIT: Unit = {
  key: 'web-uses',
  number: 1,
  open: true,
  readings: [],
  title: { fr: 'Le web, ses usages', en: 'Uses of the web' },
  aim: { fr: 'Se servir du web.', en: 'Use the web.' },
  outcomes: [{ fr: 'a', en: 'a' }],
};
const HERE = { publicUrl: 'https://attrait.example', isDemonstration: false };
const aDeck = (source: string) => {
  const { deck } = readDeck(source, { file: 'deck.fr.md', lang: 'fr', unit: 'web-uses', images: new Set() });
  if (!deck) throw new Error('no deck');
  return deck;
};
const documentOf = (source: string, lang: Lang = 'fr', installation = HERE) =>
  slidesDocument(lang, UNIT, aDeck(source), ['fr'], installation);
const DECK = '# Le web\n\nNote : secret\n\n---\n\n## Deux\n\nsuite\n\nNote : caché\n';

describe('the page of a deck', () => {
  it('is a document in the language of its address, with its own title and address', () => {
    const $ = cheerio.load(documentOf(DECK));
    expect([$('html').attr('lang'), $('title').text()]).toEqual(['fr-CA', 'Le web, ses usages, diapos du module\u00a01 · Attrait']);
    expect($('meta[name=description]').attr('content')).toBe('Se servir du web.');
    expect($('link[rel=canonical]').attr('href')).toBe('https://attrait.example/slides/fr/web-uses');
    expect($('link[rel=alternate]').attr('hreflang')).toBe('fr-CA');
    expect($('h1').length).toBe(1);
  });

  it('holds all slides in the order they are read, where reveal.js looks for them', () => {
    const $ = cheerio.load(documentOf(DECK));
    expect(
      $('.reveal > .slides > section')
        .toArray()
        .map((slide) => $(slide).find('h1, h2').text()),
    ).toEqual(['Le web', 'Deux']);
    expect($('.deck-foot').text()).toBe('Module\u00a01 · Le web, ses usages');
  });

  it('never holds the notes of the speaker', () => {
    expect(documentOf(DECK)).not.toMatch(/secret|caché/);
  });

  it('leads back to the programme and to the other language', () => {
    const $ = cheerio.load(documentOf(DECK));
    const ways = $('.deck-bar a')
      .toArray()
      .map((link) => $(link).attr('href'));
    const downloads = ['.pdf', '.md', '/transcript', '?view=print'].map((form) => `/slides/fr/web-uses${form}`);
    expect(ways).toEqual(['/', '/slides/en/web-uses', '?view=scroll', ...downloads]);
  });

  it('says when the deck is not written in the language of its address, and marks the language it is in', () => {
    const $ = cheerio.load(documentOf(DECK, 'en'));
    expect($('.deck-bar').text()).toContain('These slides are in French: the English version is not written yet.');
    expect([$('html').attr('lang'), $('main').attr('lang')]).toEqual(['en-CA', 'fr-CA']);
    expect($('link[rel=canonical]').attr('href')).toBe('https://attrait.example/slides/fr/web-uses');
    expect(cheerio.load(documentOf(DECK))('.deck-bar p').length).toBe(0);
  });

  it('says that a demonstration is one', () => {
    expect(documentOf(DECK, 'en', { ...HERE, isDemonstration: true })).toContain('Demonstration: people and organisations are fictitious.');
  });

  it('has no inline script, no inline style and no file of another server', () => {
    const $ = cheerio.load(documentOf(DECK));
    expect(
      $('script')
        .toArray()
        .filter((script) => !$(script).attr('src')),
    ).toEqual([]);
    expect($('style, [style]').length).toBe(0);
    for (const source of $('script[src], link[rel=stylesheet], link[rel=icon], img').toArray())
      expect($(source).attr('src') ?? $(source).attr('href')).toMatch(/^\/(?!\/)/);
  });

  it('is the same for everybody', () => {
    expect(documentOf(DECK)).toBe(documentOf(DECK));
    expect(documentOf(DECK)).not.toMatch(/_token|csrf|sign-out/);
  });
});

describe('the pages of this course', () => {
  const content = new CurriculumContent(join(ROOT, 'slides'));

  it.each(content.units().map((unit) => [unit.key, unit] as const))('%s shows no note', (key, unit) => {
    const deck = content.deck(key, 'fr');
    expect(deck).not.toBeNull();
    if (!deck) return;
    const page = cheerio
      .load(slidesDocument('fr', unit, deck, ['fr'], HERE))
      .text()
      .replace(/\s+/g, ' ');
    for (const { notes } of deck.slides) {
      const words = cheerio
        .load(notes ?? '')
        .text()
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 60);
      if (words) expect(page).not.toContain(words);
    }
  });
});
