import { readQuestion, takenApart } from './question.js';

/** `niche -web "deux mots"`, and `…` after a word that may go on. */
const read = (typed: string): string => {
  const { terms, beginning, isCut } = readQuestion(typed);
  return [...terms.map(({ plain, isExcluded }) => `${isExcluded ? '-' : ''}[${plain}]`), beginning && `${beginning}…`, isCut && 'cut']
    .filter(Boolean)
    .join(' ');
};

describe('a question', () => {
  it.each([
    ['words', 'Réseaux sociaux', '[reseaux] [sociaux] sociaux…'],
    ['a word that is ended by a space', 'réseaux ', '[reseaux]'],
    ['a beginning too short to tell', 'le we', '[le] [we]'],
    ['words that hang together', 'l’analyse mot-clic', '[l analyse] [mot clic] clic…'],
    ['a phrase in quotes', '"analyse concurrentielle" web', '[analyse concurrentielle] [web] web…'],
    ['a phrase in guillemets', '« analyse concurrentielle »', '[analyse concurrentielle]'],
    ['a phrase whose end is to come', 'web "analyse concurr', '[web] [analyse concurr]'],
    ['what is not wanted', 'niche -web -"deux mots"', '[niche] -[web] -[deux mots]'],
    ['a dash between words', 'niche - web', '[niche] [web] web…'],
    ['a minus inside a word', 'e-commerce', '[e commerce] commerce…'],
    ['nothing', '', ''],
    ['signs alone', `' :* ! & | ( ) \\ "" « »`, ''],
    ['the language of the database', "'); DROP TABLE x; -- a:*", '[drop] [table] [x] [a]'],
    ['a NUL', 'we\0b', '[we b]'],
    ['letters that are read from right to left', 'שלום web', '[שלום] [web] web…'],
    ['more words than anybody asks for', 'mot '.repeat(13), `${'[mot] '.repeat(12)}cut`],
    ['more letters than anybody types', 'x'.repeat(10_000), `[${'x'.repeat(60)}] cut`],
  ])('of %s', (_, typed, expected) => expect(read(typed)).toBe(expected));

  it('is read in a moment, whatever was typed', () => {
    const begun = performance.now();
    for (const sign of ['"', '-', ' -', '"-', '« ', '’', 'a"']) readQuestion(sign.repeat(10_000));
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

it.each([
  ['e-commerce', ['commerce']],
  ['porte-à-porte niche', ['porte', 'porte', 'niche']],
  ['"mot clic" e-b', ['mot clic', 'e', 'b']],
  ['niche -e-commerce', ['niche', 'e commerce']],
  ['a-b-c-d-e-f-g-h-i-j-k-l-m-n', 'abcdefghijkl'.split('')],
])('%s is taken apart into its words', (typed, words) => {
  expect(takenApart(readQuestion(typed)).terms.map(({ plain }) => plain)).toEqual(words);
});
