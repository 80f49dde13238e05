import { join } from 'node:path';
import { ROOT } from '../../platform/config/root.js';
import { CurriculumContent } from '../../curriculum/index.js';
import { type DeckPair, deckPairs, differencesOf, warningsOf } from './deck-pairs.js';

describe('the decks of the course', () => {
  let pairs: DeckPair[];
  beforeAll(async () => (pairs = await deckPairs(new CurriculumContent(join(ROOT, 'slides')), ROOT)));

  it('are written in both languages, slide for slide', () => {
    expect(pairs.map(({ decks }) => [decks.fr.slides, decks.en.slides])).toEqual(
      pairs.map(({ decks }) => [decks.fr.slides, decks.fr.slides]),
    );
    expect(pairs.flatMap(differencesOf)).toEqual([]);
  });

  it('are named with their file where one is missing, differs or is left behind', () => {
    const [first] = pairs as [DeckPair];
    const location = { number: 2, h: 1, v: 0, line: 9, title: 'T' };
    const reason = { fr: 'a', en: 'b' };
    const { fr, en } = first.decks;

    expect(differencesOf({ ...first, decks: { fr, en: { ...en, slides: null } } })).toMatchObject([{ file: en.file, line: 1 }]);
    expect(differencesOf({ ...first, differences: [{ fr: location, en: location, reason, line: 9 }] })).toEqual([
      { file: en.file, line: 9, reason },
    ]);
    expect(warningsOf({ ...first, behind: 'fr' })).toMatchObject([{ file: fr.file, line: 1 }]);
    expect(warningsOf({ ...first, behind: null })).toEqual([]);
  });
});
