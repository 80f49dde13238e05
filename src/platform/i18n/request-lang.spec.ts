import { langOf } from './request-lang.js';

const nothing = { account: null, chosen: undefined, acceptLanguage: undefined };

it.each([
  ['the account first', { account: 'en' as const, chosen: 'fr', acceptLanguage: 'fr' }, 'en'],
  ['then the cookie', { ...nothing, chosen: 'en', acceptLanguage: 'fr-CA,fr' }, 'en'],
  ['then what the browser asks for', { ...nothing, acceptLanguage: 'en-CA,en;q=0.9,fr;q=0.8' }, 'en'],
  ['by its quality', { ...nothing, acceptLanguage: 'en;q=0.4, fr-FR;q=0.9' }, 'fr'],
  ['passing over languages that are not spoken here', { ...nothing, acceptLanguage: 'de, es;q=0.9, en;q=0.2' }, 'en'],
  ['and the first of those that are equal', { ...nothing, acceptLanguage: 'en, fr' }, 'en'],
  ['and not what is refused', { ...nothing, acceptLanguage: 'en;q=0, fr;q=0.1' }, 'fr'],
  ['then French', nothing, 'fr'],
  ['a cookie that says nonsense counts for nothing', { ...nothing, chosen: 'klingon' }, 'fr'],
  ['nor does a header that says nonsense', { ...nothing, acceptLanguage: ';;;,q=,=' }, 'fr'],
])('%s', (_, wishes, lang) => {
  expect(langOf(wishes)).toBe(lang);
});
