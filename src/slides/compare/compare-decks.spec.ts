import type { Lang } from '../../kernel/localised.js';
import { type Deck, readDeck } from '../../decks/index.js';
import { aligned } from './align.js';
import { behind, type FileChanges } from './changes.js';
import { compareDecks } from './compare-decks.js';

const deck = (lang: Lang, ...slides: string[]): Deck =>
  readDeck(slides.join('\n\n---\n\n'), { file: `deck.${lang}.md`, lang, unit: 'web-uses', images: new Set(['a.png']) }).deck!;
const poll = (id: string, more = ''): string => `\`\`\`poll\nid: ${id}\nquestion: q\n${more}options:\n  - a\n  - b\n\`\`\``;
const workshop = (minutes: number, more = ''): string =>
  `\`\`\`workshop\nid: w\nkind: exercise\ntitle: t\nminutes: ${minutes}\nsteps:\n  - a\n${more}\`\`\``;
const told = (fr: readonly string[], en: readonly string[]): string[] =>
  compareDecks(deck('fr', ...fr), deck('en', ...en)).map(({ reason, line }) => `${line}: ${reason.en}`);

describe('two decks of a unit', () => {
  it('that say the same in other words do not differ', () => {
    const slides = ['# Un', '## Deux\n\n- a\n- b', poll('p'), '## T\n\n| a |\n|---|\n| 1 |', workshop(8)];
    const others = [
      '# One',
      '## Two\n\n- c\n- d',
      poll('p').replace('question: q', 'question: other'),
      '## U\n\n| b |\n|---|\n| 2 |',
      workshop(8),
    ];
    expect(told(slides, others)).toEqual([]);
  });

  it.each<readonly [what: string, fr: string, en: string, sentence: string]>([
    ['list items', '## A\n\n- a\n- b', '## A\n\n- a', 'list items: 2 in French, 1 in English.'],
    ['pictures', '## A\n\n![x](images/a.png)', '## A', 'figures: 1 in French, 0 in English.'],
    ['diagrams', '## A', '## A\n\n<svg role="img" aria-label="x"></svg>', 'figures: 0 in French, 1 in English.'],
    ['tables', '## A\n\n| a |\n|---|\n| 1 |', '## A', 'tables: 1 in French, 0 in English.'],
    ['cells', '## A\n\n| a |\n|---|\n| 1 |', '## A\n\n| a |\n|---|\n| 1 |\n| 2 |', 'table cells: 2 in French, 3 in English.'],
    ['code', '## A\n\n```js\n1\n```', '## A\n\n```css\n1\n```', 'blocks of code: javascript'],
    ['kinds', '<!-- .slide: class="statement" -->\nA', 'A', 'kind of slide: statement in French, plain in English.'],
    ['fragments', '## A\n\na\n<!-- .element: class="fragment" -->', '## A\n\na', 'steps of display: 1 in French, 0 in English.'],
    ['notes', '## A\n\nNote : n', '## A', 'notes: 1 in French, 0 in English.'],
    ['seconds', poll('p', 'seconds: 90\n'), poll('p'), 'time: 90 in French, 60 in English.'],
    ['right answers', poll('p', 'answer: 1\n'), poll('p', 'answer: 2\n'), 'right answer: 1 in French, 2 in English.'],
    ['minutes', workshop(8), workshop(9), 'time: 8 in French, 9 in English.'],
    ['steps', workshop(8), workshop(8, '  - b\n'), 'steps: 1 in French, 2 in English.'],
  ])('differ in %s', (_, fr, en, sentence) => {
    const found = told(['# T', fr], ['# T', en]);
    expect(found).toEqual([expect.stringContaining(sentence.startsWith('blocks') ? 'blocks of code:' : `Slide 2, ${sentence}`)]);
    expect(found[0]).toMatch(/^4: /);
  });

  it('lack a slide, and those behind it still belong together', () => {
    const slides = ['# A', '## B\n\n- a\n- b', poll('p'), '## C\n\n| a |\n|---|\n| 1 |', '## D\n\n<svg role="img" aria-label="x"></svg>'];
    expect(told(slides, slides.toSpliced(2, 1))).toEqual([
      expect.stringContaining('Slide 3 of the French deck, “q”, has none like it in English.'),
    ]);
    expect(told(slides.toSpliced(1, 1), slides)).toEqual([expect.stringContaining('Slide 2 of the English deck, “B”')]);
  });

  it('with another poll in one location have two slides that the other lacks', () => {
    expect(told(['# A', poll('p')], ['# A', poll('q')])).toHaveLength(2);
  });
});

describe('putting lists side by side', () => {
  const cost = (a: string, b: string): number => (a === b ? 0 : 9);
  it.each([
    ['abc', 'abc', 'aa bb cc'],
    ['abc', 'ac', 'aa b- cc'],
    ['ac', 'abc', 'aa -b cc'],
    ['', 'ab', '-a -b'],
    ['a', '', 'a-'],
  ])('%s and %s', (one, other, expected) => {
    const pairs = aligned([...one], [...other], cost).map(([a, b]) => `${a ?? '-'}${b ?? '-'}`);
    expect(pairs.join(' ')).toBe(expected);
  });
});

describe('a deck that was left behind', () => {
  const at = (first: number, last: number, source: 'commits' | 'disk' = 'commits'): FileChanges => ({
    first: new Date(first * 1000),
    last: new Date(last * 1000),
    source,
  });
  it.each<readonly [what: string, fr: FileChanges | null, en: FileChanges | null, expected: Lang | null]>([
    ['both changed in one commit', at(1, 9), at(2, 9), null],
    ['the French one changed later', at(1, 10), at(2, 9), 'en'],
    ['the English one changed later', at(1, 9), at(2, 10), 'fr'],
    ['the English one was only just written', at(1, 9), at(10, 10), null],
    ['times on the disk are minutes apart', at(0, 0, 'disk'), at(600, 600, 'disk'), null],
    ['times on the disk are days apart', at(0, 0, 'disk'), at(600_000, 600_000, 'disk'), 'fr'],
    ['one is not there', at(1, 9), null, null],
  ])('%s', (_, fr, en, expected) => {
    expect(behind({ fr, en })).toBe(expected);
  });
});
