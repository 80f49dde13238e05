import { spansOf, spellingsOf, wordsOf } from './words.js';

const spelled = (text: string) => spellingsOf(wordsOf(text));

describe('the words of a text', () => {
  it.each([
    ['accents', 'Évaluées, À l’été', 'évaluées à l été', 'evaluees a l ete'],
    ['accents written apart', 'e\u0301valuer', 'évaluer', 'evaluer'],
    ['ligatures', 'Œuvre, cœur et Æthelred', 'oeuvre coeur et aethelred', 'oeuvre coeur et aethelred'],
    ['apostrophes and hyphens', "l’analyse d'un mot-clic", 'l analyse d un mot clic', 'l analyse d un mot clic'],
    ['numbers and signs', '47,8 % & 1er — C++', '47 8 1er c', '47 8 1er c'],
    ['markup, operators and signs that steer a database', "<b>x</b>:*|!&'\\", 'b x b', 'b x b'],
    ['other scripts', 'Ðorđe הקורס', 'ðorđe הקורס', 'ðorđe הקורס'],
    ['nothing at all', ' \0 …', '', ''],
  ])('have %s', (_, text, written, plain) => expect(spelled(text)).toEqual({ written, plain }));

  it('know where they stand', () => {
    const text = 'Un cœur, deux';
    expect(spansOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Un', 'cœur', 'deux']);
  });

  it('are cut where they are no words', () => {
    expect(wordsOf('x'.repeat(5000))[0]).toMatchObject({ plain: 'x'.repeat(60) });
  });
});
