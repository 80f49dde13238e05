import { mayMark, progressOf, slideToResume, type Completion, completionOf } from './completion.policy.js';
import { type ItemKind, itemsOf, readingKey } from './study-items.js';

const AT = new Date('2027-02-09T23:30:00Z');
const OPENED = { finishedAt: null, doneByHandAt: null };
const FINISHED = { finishedAt: AT, doneByHandAt: null };
const BY_HAND = { finishedAt: null, doneByHandAt: AT };
const said = (standing: Completion): string => (standing.is === 'done' ? `done ${standing.how}` : standing.is);

describe('what counts as done', () => {
  it.each<[ItemKind, string, string, string, string]>([
    // kind          never met  opened     to the end      marked by hand
    ['deck', 'ahead', 'opened', 'done itself', 'done by-hand'],
    ['reading', 'ahead', 'opened', 'opened', 'done by-hand'],
    ['self-check', 'ahead', 'opened', 'done itself', 'opened'],
    ['workshop', 'ahead', 'opened', 'opened', 'done by-hand'],
  ])('of a %s', (kind, ...expected) => {
    expect([null, OPENED, FINISHED, BY_HAND].map((mark) => said(completionOf(kind, mark)))).toEqual(expected);
  });

  it('is what was done in it, where somebody said so as well', () => {
    expect(completionOf('deck', { ...BY_HAND, finishedAt: AT })).toEqual({ is: 'done', how: 'itself', at: AT });
  });

  it('is said by hand of everything but a self-check', () => {
    const kinds: ItemKind[] = ['deck', 'reading', 'self-check', 'workshop'];
    expect(kinds.filter((kind) => mayMark(kind).allowed)).toEqual(['deck', 'reading', 'workshop']);
  });
});

const READINGS = [
  { title: 'How Users Read on the Web', author: 'N', language: 'en', minutes: 8, kind: 'essential' },
  { title: 'L’échelle de Scolarius', author: 'B', language: 'fr', minutes: 8, kind: 'further' },
] as const;
const items = itemsOf({ readings: [...READINGS] }, { slides: 24, hasSelfCheck: true, hasWorkshop: true });

describe('the items of a unit', () => {
  it('stand in the order of its page, under names that hold', () => {
    expect(items.map(({ key, isAsked }) => `${key} ${isAsked ? 'asked' : 'free'}`)).toEqual([
      'deck asked',
      'reading:how-users-read-on-the-web asked',
      'reading:l-echelle-de-scolarius free',
      'self-check asked',
      'workshop asked',
    ]);
  });

  it('are those that there are', () => {
    expect(itemsOf({ readings: [] }, { slides: 0, hasSelfCheck: false, hasWorkshop: false })).toEqual([]);
  });

  it.each([
    ['Votre page : un guide !', 'reading:votre-page-un-guide'],
    ['« Être là »', 'reading:etre-la'],
    ['«Être là»', 'reading:etre-la'],
    ['日本', 'reading:日本'],
  ])('name the reading %s', (title, key) => expect(readingKey(title)).toBe(key));
});

describe('the progress of a unit', () => {
  const done: Completion = { is: 'done', how: 'itself', at: AT };
  const opened: Completion = { is: 'opened' };
  it.each<[string, Record<string, Completion>, object]>([
    ['nothing', {}, { done: 0, of: 4, stage: 'ahead' }],
    ['a page opened', { deck: opened }, { done: 0, of: 4, stage: 'begun' }],
    ['further reading, which nobody owes', { 'reading:l-echelle-de-scolarius': done }, { done: 0, of: 4, stage: 'begun' }],
    ['two of four', { deck: done, 'self-check': done }, { done: 2, of: 4, stage: 'begun' }],
    ['what the unit holds no more', { 'reading:gone': done }, { done: 0, of: 4, stage: 'ahead' }],
    [
      'all that is asked',
      { deck: done, 'self-check': done, workshop: done, 'reading:how-users-read-on-the-web': done },
      { done: 4, of: 4, stage: 'done' },
    ],
  ])('with %s', (_, standings, expected) => expect(progressOf(items, new Map(Object.entries(standings)))).toEqual(expected));

  it('of an empty unit is never complete', () => {
    expect(progressOf([], new Map())).toEqual({ done: 0, of: 0, stage: 'ahead' });
  });
});

describe('the slide to go on from', () => {
  it.each([
    ['nowhere', null, null],
    ['the first', { slide: 1, doneByHandAt: null }, null],
    ['the middle', { slide: 12, doneByHandAt: null }, 12],
    ['the last', { slide: 24, doneByHandAt: null }, null],
    ['a slide of a deck that was longer', { slide: 30, doneByHandAt: null }, null],
    ['the middle of a deck put aside', { slide: 12, doneByHandAt: AT }, null],
    ['a mark without a slide', { slide: null, doneByHandAt: null }, null],
  ])('from %s', (_, mark, slide) => expect(slideToResume(mark, 24)).toBe(slide));
});
