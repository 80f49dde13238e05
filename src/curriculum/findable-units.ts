import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Lang, LANGS, otherLang } from '../kernel/localised.js';
import { CurriculumContent } from './content.js';
import type { Deck, DeckSlide } from '../decks/index.js';
import { edited, elementsIn, hasClass, type HtmlElement, isHeading } from '../platform/markup/html-elements.js';
import { tagsIn } from '../platform/markup/html-tags.js';
import { textOf } from '../platform/markup/html-text.js';
import type { Term } from './study/glossary-file.js';
import type { SelfCheck } from './study/self-check/self-check-file.js';
import type { Workshop } from './study/workshop-file.js';
import type { Unit } from './unit-file.js';
import { BETWEEN_DECKS_MS, SearchIndex } from '../platform/search-index/search-index.js';
import { type DocumentBatch, SearchSources, type SearchDocument, type SearchKind } from '../platform/search-index/search-sources.js';
import { curriculumTexts } from './text.js';

const kindOf = (key: 'unit' | 'reading' | 'workshop' | 'question' | 'term', order: number, icon: SearchKind['icon']): SearchKind => ({
  order,
  icon,
  one: (lang) => curriculumTexts[lang].found[key].one,
  several: (lang) => curriculumTexts[lang].found[key].several,
});
/** What a search calls the texts of a unit, and in which order one chooses among them. */
const KINDS = {
  slide: {
    order: 10,
    icon: 'slides',
    one: (lang, address) => curriculumTexts[lang].found.slide.one(Number(/#\/(\d+)/.exec(address)?.[1] ?? 1)),
    several: (lang) => curriculumTexts[lang].found.slide.several,
  },
  unit: kindOf('unit', 20, 'school'),
  reading: kindOf('reading', 30, 'file'),
  workshop: kindOf('workshop', 40, 'people'),
  question: kindOf('question', 50, 'check'),
  term: kindOf('term', 60, 'info'),
} as const satisfies Record<string, SearchKind>;
type UnitDocument = SearchDocument<keyof typeof KINDS>;
type UnitBatch = DocumentBatch<keyof typeof KINDS>;

/** What the files of `slides/` have to find: one batch a unit, and one for the glossary. */
@Injectable()
export class FindableUnits {
  constructor(content: CurriculumContent, index: SearchIndex, sources: SearchSources) {
    sources.add({ name: 'slides', kinds: KINDS, batches: () => Promise.resolve(batchesOf(content)) });
    content.whenChanged(() => void index.refreshSoon());
  }
}

export const batchesOf = (content: CurriculumContent): UnitBatch[] => [
  ...content.units().map((unit) => unitBatch(content, unit)),
  glossaryBatch(content),
];

const unitBatch = (content: CurriculumContent, unit: Unit): UnitBatch => ({
  key: `slides:${unit.key}`,
  hash: content.fingerprintOf(unit.key),
  documents: async () => {
    const slides: UnitDocument[] = [];
    for (const lang of LANGS) {
      const deck = content.deck(unit.key, lang);
      if (deck?.lang === lang) slides.push(...slideTexts(unit, deck));
      // Reading a deck takes some hundredths of a second, and this process answers requests as well.
      await pause(BETWEEN_DECKS_MS);
    }
    return [
      ...inBoth((lang) => unitText(unit, lang)),
      ...slides,
      ...readingTexts(unit),
      ...workshopTexts(unit, content.workshop(unit.key)),
      ...questionTexts(unit, content.selfCheck(unit.key)),
    ];
  },
});

const glossaryBatch = (content: CurriculumContent): UnitBatch => ({
  key: 'slides:/glossary',
  hash: createHash('sha256').update(JSON.stringify(content.terms())).digest('base64url'),
  documents: () => content.terms().flatMap((term) => inBoth((lang) => termText(term, lang))),
});

const inBoth = (make: (lang: Lang) => UnitDocument): UnitDocument[] => LANGS.map(make);

/** A unit’s page holds more than one kind of thing: all of it opens with the unit. */
const onUnitPage = (unit: Unit, fragment = '') =>
  ({ unit: unit.key, opensWith: 'unit', address: `units/${unit.key}${fragment}` }) as const satisfies Partial<UnitDocument>;

const unitText = (unit: Unit, language: Lang): UnitDocument => ({
  ...onUnitPage(unit),
  kind: 'unit',
  language,
  title: unit.title[language],
  weight: 1.3,
  body: [unit.aim, ...unit.outcomes].map((sentence) => sentence[language]).join(' '),
});

const slideTexts = (unit: Unit, deck: Deck): UnitDocument[] =>
  deck.slides.map((slide) => ({
    kind: 'slide',
    language: deck.lang,
    unit: unit.key,
    opensWith: unit.open ? 'course' : 'unit',
    title: slide.title,
    body: wordsOn(slide),
    address: `/slides/${deck.lang}/${unit.key}${hashOf(slide)}`,
  }));

/** As reveal.js counts in addresses, from 1; slides below the first of a column have a second number. */
const hashOf = ({ h, v }: DeckSlide): string => `#/${h + 1}${v > 0 ? `/${v + 1}` : ''}`;

/** The unit’s number on its first slide, and “Exercise · 8 minutes”: the result says so itself. */
const isSignpost = (element: HtmlElement): boolean =>
  ['p', 'span', 'div'].includes(element.name) && ['no', 'kicker', 'time'].some((name) => hasClass(element, name));
const PIECES = new Set('p li h1 h2 h3 h4 h5 h6 td th dt dd div text figcaption blockquote pre aside'.split(' '));
/** No letter that anybody types. */
const END_OF_PIECE = '\u0001';
/** The numbers of steps in a diagram. */
const BARE_NUMBER = /^\d{1,2}$/;
const ENDS = /[.!?:;…»”]$/;

/** What is shown under its title, what diagrams say and what pictures show, piece by piece. Notes are not in a slide’s markup. */
function wordsOn({ html }: DeckSlide): string {
  const elements = elementsIn(html);
  const heading = elements.find(isHeading);
  const skipped = elements.filter((element) => element === heading || isSignpost(element));
  const pictures = elements.filter(({ name, attributes }) => name === 'img' && attributes['alt']);
  const ends = tagsIn(html).tags.filter(({ kind, name }) => (kind === 'close' ? PIECES.has(name) : name === 'br'));
  const shown = edited(html, [
    ...skipped.map(({ start, end }) => ({ start, end, by: ' ' })),
    ...pictures.map(({ start, end, attributes }) => ({ start, end, by: ` ${attributes['alt']?.replaceAll('<', '&lt;')}${END_OF_PIECE}` })),
    ...ends.map(({ start, end }) => ({ start, end, by: END_OF_PIECE })),
  ]);
  const pieces = textOf(shown)
    .split(END_OF_PIECE)
    .map((piece) => piece.trim())
    .filter((piece) => piece && !BARE_NUMBER.test(piece));
  return pieces.reduce((text, piece) => (text === '' ? piece : `${text}${ENDS.test(text) ? ' ' : ' · '}${piece}`), '');
}

const readingTexts = (unit: Unit): UnitDocument[] =>
  unit.readings.map(({ title, author, year, language }) => ({
    ...onUnitPage(unit, '#readings'),
    kind: 'reading',
    language,
    title,
    body: [author, year].filter(Boolean).join(', '),
    weight: 1.1,
  }));

const workshopTexts = (unit: Unit, workshop: Workshop | null): UnitDocument[] =>
  workshop === null ? [] : inBoth((lang) => workshopText(unit, workshop, lang));

function workshopText(unit: Unit, workshop: Workshop, language: Lang): UnitDocument {
  const { title, purpose, bring, steps, handOver, debrief } = workshop;
  const said = [purpose, ...bring, ...steps.map(({ text }) => text), ...handOver, ...debrief];
  return {
    ...onUnitPage(unit, '/workshop'),
    kind: 'workshop',
    language,
    title: title[language],
    body: said.map((sentence) => sentence[language]).join(' '),
  };
}

/** Neither which option is right nor why: a question is found before it is answered. */
const questionTexts = (unit: Unit, check: SelfCheck | null): UnitDocument[] =>
  (check?.questions ?? []).flatMap(({ prompt, options }) =>
    inBoth((language) => ({
      ...onUnitPage(unit, '#self-check'),
      kind: 'question',
      language,
      title: prompt[language],
      weight: 0.6,
      body: options.map(({ text }) => text[language]).join(' · '),
    })),
  );

/** Found by its name in either language: who looks for “niche” in French often has read it in English. */
const termText = (term: Term, language: Lang): UnitDocument => ({
  kind: 'term',
  language,
  opensWith: 'course',
  address: `glossary#${term.id}`,
  weight: 1.6,
  title: term.fr === term.en ? term.fr : `${term[language]} (${term[otherLang(language)]})`,
  body: term.definition[language],
});
