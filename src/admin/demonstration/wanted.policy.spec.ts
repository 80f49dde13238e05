import { demonstrationWish } from './wanted.policy.js';

const EMPTY = { isEmbedded: true, isEmpty: true, hasDemonstration: false };
const development = { NODE_ENV: 'development' as const, DEMO: undefined };

it.each([
  ['an empty embedded database', development, EMPTY, 'load'],
  ['the same in production', { ...development, NODE_ENV: 'production' as const }, EMPTY, 'leave'],
  ['the same with DEMO off', { ...development, DEMO: false }, EMPTY, 'leave'],
  ['an empty database elsewhere', development, { ...EMPTY, isEmbedded: false }, 'leave'],
  ['the same with DEMO on', { ...development, DEMO: true }, { ...EMPTY, isEmbedded: false }, 'load'],
  ['an empty database in production, with DEMO on', { NODE_ENV: 'production' as const, DEMO: true }, EMPTY, 'load'],
  ['a database with people in it', development, { ...EMPTY, isEmpty: false }, 'leave'],
  ['the same with DEMO on', { ...development, DEMO: true }, { ...EMPTY, isEmpty: false }, 'refuse'],
  ['a demonstration that is there', development, { ...EMPTY, isEmpty: false, hasDemonstration: true }, 'leave'],
  ['the same with DEMO on', { ...development, DEMO: true }, { ...EMPTY, isEmpty: false, hasDemonstration: true }, 'leave'],
])('%s', (_, settings, facts, wish) => {
  expect(demonstrationWish(settings, facts)).toBe(wish);
});
