import * as cheerio from 'cheerio';
import { documentOf } from '../../platform/markup/document.js';
import { readDeck } from '../../decks/index.js';
import { PresentPage, type PresentPageProps } from './present.view.js';
import { clockText } from './timer.js';

const { deck } = readDeck(
  '# Le web\n\nNote : premier *secret*\n\n---\n\n## Deux\n\n- a <!-- .element: class="fragment" -->\n\n--\n\n## Trois\n',
  {
    file: 'deck.fr.md',
    lang: 'fr',
    unit: 'web-uses',
    images: new Set<string>(),
  },
);
const PROPS: PresentPageProps = {
  unit: { key: 'web-uses', number: 1, title: 'Le web' },
  deckLang: 'fr',
  slides: deck?.slides ?? [],
  back: '/courses/demo/units/web-uses',
  shortcuts: true,
};
const page = (given: Partial<PresentPageProps> = {}) => {
  const frame = { lang: 'fr', path: '/', formToken: '', person: null, course: null, demonstration: false } as const;
  return cheerio.load(documentOf(<PresentPage {...PROPS} {...given} />, frame));
};

describe('the speaker’s page', () => {
  it('has every slide with its number, its steps and its notes, so that it serves on paper too', () => {
    const $ = page();
    const slides = $('.present-script > ol > li').toArray();
    expect(slides.map((slide) => [$(slide).data('h'), $(slide).data('v'), $(slide).data('fragments')])).toEqual([
      [0, 0, 0],
      [1, 0, 1],
      [1, 1, 0],
    ]);
    expect($(slides[0]).find('.speaker-words').html()).toContain('premier <em>secret</em>');
    expect($(slides[1]).find('.speaker-words').text()).toBe('Cette diapo n’a pas de notes.');
    expect($(slides[2]).find('.deck-foot').text()).toContain('3 / 3');
  });

  it('opens the deck in a window of its own, over the channel the deck listens to', () => {
    const $ = page();
    expect($('a[target]').attr()).toMatchObject({ href: '/slides/fr/web-uses', target: 'attrait-projection' });
    expect($('[data-present]').data('channel')).toBe('attrait-deck:fr/web-uses');
  });

  it('leads back to the unit, and tells the keys', () => {
    const $ = page();
    expect($('.bar a').first().attr('href')).toBe('/courses/demo/units/web-uses');
    expect($('[data-black]').attr('aria-keyshortcuts')).toBe('B');
  });

  it('leaves single letters alone for whoever wants none', () => {
    expect(page({ shortcuts: false })('[data-present]').data('shortcuts')).toBe('off');
  });

  it('has no inline script and no inline style', () => {
    const $ = page();
    expect($('script:not([src]), style, [style]').length).toBe(0);
  });
});

describe('the time shown', () => {
  it.each([
    [0, '0:00'],
    [59, '0:59'],
    [61, '1:01'],
    [2832, '47:12'],
    [3725, '1:02:05'],
  ])('%i seconds is %s', (seconds, text) => expect(clockText(seconds)).toBe(text));
});
