import { join } from 'node:path';
import { LANGS } from '../../kernel/localised.js';
import { ROOT } from '../../platform/config/root.js';
import { CurriculumContent } from '../../curriculum/index.js';
import { type Deck, readDeck } from '../../decks/index.js';
import { deckMarkdown } from './deck-markdown.js';

const FILE = { file: 'deck.fr.md', lang: 'fr', unit: 'web-uses', images: new Set<string>() } as const;
const HERE = 'https://attrait.example';
const read = (text: string, lang: 'fr' | 'en' = 'fr'): Deck => readDeck(text, { ...FILE, lang }).deck!;
const markdownOf = (text: string): string => deckMarkdown(read(text), HERE);

describe('the Markdown of a deck', () => {
  it.each([
    ['Note :', '# A\n\nNote :\nsecret\n\n---\n\n# B\n\nNote:\nsecret'],
    ['Notes:', '# A\n\nNotes: secret\n\n---\n\n# B'],
    ['Remarque, with a narrow space', '# A\n\nRemarque\u202f: secret\n\n---\n\n# B'],
    ['a second note', '# A\n\nNote : secret\n\nNote : secret\n\n---\n\n# B'],
    ['an aside of HTML', '# A\n\n<aside class="notes">\n\nsecret\n\n```\nsecret\n```\n\n</aside>\n\n---\n\n# B'],
    ['an aside in an aside', '# A\n\n<aside class="x notes"><aside>secret</aside>secret</aside>\n\n---\n\n# B'],
    ['an aside whose class is escaped', '# A\n\n<aside class="n&#111;tes">secret</aside>\n\n---\n\n# B'],
    ['an aside that is never closed', '# A\n\n<aside class=notes>\n\nsecret\n\n---\n\n# B'],
    ['a comment', '# A\n\n<!-- secret\n\nsecret -->\n\n---\n\n# B'],
    ['a comment that is never closed', '# A\n\n<!-- secret\n\n---\n\n# B'],
    ['a poll that cannot be read', '# A\n\n```poll\nid: secret\n```\n\n---\n\n# B'],
  ])('leaves out %s', (_, text) => {
    expect(markdownOf(text)).toBe('# A\n\n---\n\n# B\n');
  });

  it('keeps what a slide shows: attributes, stacks, asides, code that speaks of notes', () => {
    const text = [
      '<!-- .slide: class="statement" -->',
      '# A\n<!-- .element: class="lede" -->',
      '<aside>seen</aside>',
      '```md\nNote : code\n<!-- code -->\n```',
    ];
    expect(markdownOf(`${text.join('\n\n')}\n\n--\n\n# B\n`)).toBe(`${text.join('\n\n')}\n\n--\n\n# B\n`);
  });

  it.each([
    ['', '![x](images/waves.svg)\n', '<figure>\n<svg viewBox="0 0 9 9" role="img" aria-label="x">\n<path d="M0 0"/>\n</svg>\n</figure>\n'],
    [
      ' with attributes',
      '![x](images/waves.svg "A & B")\n<!-- .element: class="fragment" -->\n',
      '<figure class="fragment">\n<svg viewBox="0 0 9 9" role="img" aria-label="x">\n<path d="M0 0"/>\n</svg>\n<figcaption>A &amp; B</figcaption>\n</figure>\n',
    ],
    [' in an aside of notes', '<aside class="notes">\n\n![x](images/waves.svg)\n\n</aside>\n', ''],
  ])('holds a drawing whole, placed by itself%s: the folder stays behind', (_, placed, held) => {
    const drawings = new Map([['waves.svg', '<svg viewBox="0 0 9 9">\n<path d="M0 0"/>\n</svg>']]);
    const text = `# A\n\n${placed}\nEnd\n`;
    const deck = readDeck(text, { ...FILE, drawings }).deck!;
    expect(deckMarkdown(deck, HERE).replace(/\n+End/, '\nEnd')).toBe(`# A\n\n${held}End\n`.replace(/\n+End/, '\nEnd'));
    expect(readDeck(deckMarkdown(deck, HERE), FILE)).toMatchObject({ problems: [], deck: { hash: deck.hash } });
  });

  it('names pictures by where they are served, in code apart', () => {
    const code = '```html\n<img src="images/cafe.png" alt="x">\n```';
    const text = `# A\n\n![Un café](images/cafe.png "Un titre") et <img src="./images/cafe.png" alt="x">\n\n${code}\n`;
    const deck = readDeck(text, { ...FILE, images: new Set(['cafe.png']) }).deck!;
    const address = 'https://attrait.example/slides/images/web-uses/cafe.png';
    expect(deckMarkdown(deck, HERE)).toBe(`# A\n\n![Un café](${address} "Un titre") et <img src="${address}" alt="x">\n\n${code}\n`);
  });

  it('does not tell which answer of a poll is right', () => {
    const poll = '```poll\nid: a\nquestion: "Oui : non ?"\nanswer: 2\noptions:\n  - 42\n  - Non\n```';
    expect(markdownOf(poll)).not.toContain('answer');
    expect(read(markdownOf(poll)).slides[0]!.html).toBe(read(poll).slides[0]!.html);
  });

  it('makes the same slides again, without a note, of every deck of the course', () => {
    const content = new CurriculumContent(join(ROOT, 'slides'));
    for (const { key } of content.units())
      for (const lang of LANGS) {
        const deck = content.deck(key, lang)!;
        const again = readDeck(deckMarkdown(deck, HERE), { ...FILE, lang, unit: key });
        expect(again.problems).toEqual([]);
        expect(again.deck!.slides.filter(({ notes }) => notes)).toEqual([]);
        expect(again.deck!.hash).toBe(deck.hash);
      }
  });
});
