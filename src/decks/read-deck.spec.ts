import * as cheerio from 'cheerio';
import { HOSTILE_MARKUP } from '../../test/support/hostile-markup.js';
import { sectionsOf } from './deck.js';
import { type DeckFile, lengthOf, readDeck } from './read-deck.js';

const FILE: DeckFile = { file: 'deck.fr.md', lang: 'fr', unit: 'web-uses', images: new Set(['cafe.png']) };
const read = (source: string, file: Partial<DeckFile> = {}) => readDeck(source, { ...FILE, ...file });
const slidesOf = (source: string) => read(source).deck?.slides ?? [];
const htmlOf = (source: string): string => slidesOf(source)[0]?.html ?? '';
const told = (source: string) => read(source).problems.map(({ line, reason }) => `${line}: ${reason.en}`);

describe('cutting a deck into slides', () => {
  it('cuts at --- and --, and counts as reveal.js does', () => {
    const slides = slidesOf('# a\n\n---\n\n# b\n\n--\n\n# c\n\n---\n\n# d\n');
    expect(slides.map(({ h, v, title }) => `${h}/${v} ${title}`)).toEqual(['0/0 a', '1/0 b', '1/1 c', '2/0 d']);
  });

  it('puts the slides of a stack in one section', () => {
    const { deck } = read('# a\n\n---\n\n# b\n\n--\n\n# c\n');
    const $ = cheerio.load(deck ? sectionsOf(deck) : '', null, false);
    expect($.root().children('section').length).toBe(2);
    expect($.root().children('section').eq(1).children('section').length).toBe(2);
  });

  it.each([
    ['a stack', '# a\n\n---\n\n# b\n\n--\n\n# c\n', { lang: 'fr', slides: 3, columns: 2 }],
    ['an empty slide', '# a\n\n---\n\n---\n\n# b\n', { lang: 'fr', slides: 2, columns: 2 }],
    ['nothing', ' \n', null],
    ['a deck too large to be read', `# a\n${'x'.repeat(500_000)}`, null],
  ])('counts %s as it will be shown, without making it', (_, source, length) => {
    expect(lengthOf(source, 'fr')).toEqual(length);
    expect(slidesOf(source)).toHaveLength(length?.slides ?? 0);
  });

  it('never cuts inside a fence of code', () => {
    const slides = slidesOf('# a\n\n```yaml\n---\na: 1\n--\nNote: x\n```\n\n~~~\n```\n---\n~~~\n\n---\n\n# b\n');
    expect(slides.map(({ title, notes }) => ({ title, notes }))).toEqual([
      { title: 'a', notes: null },
      { title: 'b', notes: null },
    ]);
    expect(cheerio.load(slides[0]?.html ?? '').text()).toContain('Note: x');
  });

  it.each([
    ['a space after the dashes', '# a\n\n--- \n\n# b\n', '3: A space follows the dashes of the separator. Take it out.'],
    [
      'dashes under a line of text',
      'Titre\n---\n\n# b\n',
      '2: These dashes touch the text above, as under a heading. Leave an empty line before them, or write the heading with #.',
    ],
  ])('cuts at %s, and says so', (_, source, problem) => {
    expect(slidesOf(source)).toHaveLength(2);
    expect(told(source)).toEqual([problem]);
  });

  it('reads Windows line ends and a byte order mark', () => {
    const source = '\ufeff# a\r\n\r\nNote :\r\nsecret\r\n\r\n---\r\n\r\n# b\r\n';
    expect(slidesOf(source).map(({ title }) => title)).toEqual(['a', 'b']);
    expect(told(source)).toEqual([]);
  });

  it('leaves out an empty slide, and says where', () => {
    const source = '# a\n\n---\n\n---\n\n# b\n';
    expect(slidesOf(source).map(({ h }) => h)).toEqual([0, 1]);
    expect(told(source)).toEqual(['4: This slide is empty.']);
  });

  it('tells of a fence that is left open, at its first line', () => {
    expect(told('# a\n\n```js\nx\n\n---\n\n# b\n')).toEqual(['3: This block of code is not closed: all that follows is part of it.']);
  });
});

describe('speaker notes', () => {
  it.each(['Note:', 'Notes:', 'NOTE:', 'Note :', 'Note\u00a0:', 'Note\u202f:', 'Remarque :', 'Remarques :', '  Note: ', '\tNote :'])(
    'begin at %p',
    (mark) => {
      const [slide] = slidesOf(`# a\n\nvisible\n\n${mark}\nsecret *words*\n`);
      expect(slide?.html).not.toContain('secret');
      expect(slide?.notes).toBe('<p>secret <em>words</em></p>\n');
    },
  );

  it('may begin on their own line', () => {
    expect(slidesOf('# a\n\nNote: secret\n')[0]?.notes).toContain('secret');
  });

  it('hold a second note as well, which is reported and stays off the slide', () => {
    const source = '# a\n\nNote:\nfirst\n\nNote:\nsecond\n';
    const [slide] = slidesOf(source);
    expect(slide?.html).not.toMatch(/first|second/);
    expect(slide?.notes).toMatch(/first[^]*second/);
    expect(told(source)).toEqual(['6: A slide has one “Note:” line. This second note was joined to the first.']);
  });

  it('are not what a sentence says of notes', () => {
    expect(slidesOf('# a\n\nUne note : ceci reste.\n\nNotez : cela aussi.\n')[0]?.notes).toBeNull();
  });

  it('are sanitised too', () => {
    expect(slidesOf('# a\n\nNote:\n<img src=x onerror=alert(1)>[x](javascript:alert(1))\n')[0]?.notes).toBe('<p><a>x</a></p>\n');
  });

  it('never come out of what reveal.js would take for notes', () => {
    const html = htmlOf('<!-- .slide: data-notes="secret" -->\n# a\n\n<aside class="notes">\n\nsecret\n\n</aside>\n');
    expect(html).not.toContain('secret');
  });
});

describe('attributes', () => {
  it.each([
    ['a heading, on its line', '# a <!-- .element: class="fragment" -->', 'h1'],
    ['a paragraph, on the next line', 'a\n<!-- .element: class="fragment" -->', 'p'],
    ['a paragraph that ends in emphasis', 'a *b*\n<!-- .element: class="fragment" -->', 'p'],
    ['a list item, on its line', '- a <!-- .element: class="fragment" -->\n- b', 'li:first-child'],
    ['a list item, on the next line', '- a\n  <!-- .element: class="fragment" -->\n- b', 'li:first-child'],
    ['a list', '- a\n- b\n<!-- .element: class="fragment" -->', 'ul'],
    ['a picture', '![un café](images/cafe.png) <!-- .element: class="fragment" -->', 'img'],
    ['a picture, on the next line', '![un café](images/cafe.png)\n<!-- .element: class="fragment" -->', 'img'],
    ['a table', '| a |\n|---|\n| b |\n<!-- .element: class="fragment" -->', 'table'],
    ['code', '```js\nx\n```\n<!-- .element: class="fragment" -->', 'pre'],
    ['a quotation', '> a\n\n<!-- .element: class="fragment" -->', 'blockquote'],
    ['Markdown in a block of HTML', '<div class="callout">\n\na\n<!-- .element: class="fragment" -->\n\n</div>', 'div > p'],
  ])('give %s its attributes', (_, source, selector) => {
    const $ = cheerio.load(htmlOf(source));
    expect($('.fragment').length).toBe(1);
    expect($(selector).hasClass('fragment')).toBe(true);
    expect(told(source)).toEqual([]);
  });

  it('give the slide its attributes', () => {
    const html = htmlOf('<!-- .slide: class="statement" data-background-color="#ffd867" data-transition=fade -->\n\nUne phrase.');
    expect(html).toMatch(/^<section class="statement" data-background-color="#ffd867" data-transition="fade">/);
  });

  it('name the slide by its title, which is not shown', () => {
    const [slide] = slidesOf('<!-- .slide: title="Le cas" -->\n\nUne phrase.');
    expect(slide?.title).toBe('Le cas');
    expect(slide?.html).toBe('<section>\n<p>Une phrase.</p>\n</section>');
  });

  it('in a fence of code are code', () => {
    expect(htmlOf('```html\n<!-- .slide: class="statement" -->\n```')).toMatch(/^<section>[^]*\.slide/);
  });

  it.each([
    ['onclick', '# a\n\nb <!-- .element: onclick="alert(1)" -->', '3: onclick has no place on a slide and was taken out.'],
    ['style', '<!-- .slide: style="background:url(x)" -->\n# a', '1: style has no place on a slide and was taken out.'],
    [
      'data-background-iframe',
      '<!-- .slide: data-background-iframe="https://x.org" -->\n# a',
      '1: data-background-iframe has no place on a slide and was taken out.',
    ],
    ['a class nobody knows', '# a\n\nb\n<!-- .element: class="huge" -->', '4: class="huge" has no place on a slide and was taken out.'],
  ])('outside the lists are taken out and told: %s', (_, source, problem) => {
    expect(htmlOf(source)).not.toMatch(/onclick|style|iframe|huge/);
    expect(told(source)).toEqual([problem]);
  });

  it('that find no element are told', () => {
    expect(told('# a\n\n<div>b</div>\n<!-- .element: class="kicker" -->\n')).toEqual([
      '4: No Markdown element stands before this .element comment. In HTML, write the attributes in the tag.',
    ]);
  });
});

describe('pictures', () => {
  it('are found beside the deck and served under its unit', () => {
    expect(htmlOf('![Un café : bondé](images/cafe.png)')).toContain(
      '<img src="/slides/images/web-uses/cafe.png" alt="Un café\u00a0: bondé" />',
    );
    expect(htmlOf('<img src="./images/cafe.png" alt="x">')).toContain('/slides/images/web-uses/cafe.png');
  });

  it.each([
    'images/absent.png',
    'images/../../../etc/passwd',
    '../05-x/images/cafe.png',
    'https://evil.example/cafe.png',
    '/etc/passwd',
    'images/%2e%2e/cafe.png',
  ])('from elsewhere are taken out and told: %s', (address) => {
    const source = `# a\n\n![x](${address})`;
    expect(htmlOf(source)).not.toContain('<img');
    expect(told(source)).toHaveLength(1);
  });

  it('and diagrams say what is to be seen', () => {
    expect(told('# a\n\n![](images/cafe.png)')).toEqual(['1: The picture “cafe.png” has no alternative text.']);
    expect(told('# a\n\n<figure>\n<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>\n</figure>')).toEqual([
      '1: This diagram has neither an alternative text nor an aria-label that says what is to be seen.',
    ]);
  });
});

describe('drawings', () => {
  const WAVES = '<svg viewBox="0 0 9 9"><text><tspan systemLanguage="fr">Eau</tspan><tspan systemLanguage="en">Water</tspan></text></svg>';
  const drawings = new Map([
    ['waves.svg', WAVES],
    ['broken.svg', '<svg viewBox="0 0 9 9">\n<g>\n</svg>'],
    ['large.svg', `<svg viewBox="0 0 9 9">${'<g fill="none"/>'.repeat(1000)}</svg>`],
  ]);
  const drawn = (source: string, lang: 'fr' | 'en' = 'fr') => read(source, { file: 'slides/01-web-uses/deck.fr.md', lang, drawings });
  const first = (source: string, lang: 'fr' | 'en' = 'fr') => drawn(source, lang).deck?.slides[0];
  const toldOf = (source: string) => drawn(source).problems.map(({ file, line, reason }) => `${file}:${line}: ${reason.en}`);

  it('stand in their slide, with their words in its language', () => {
    const figure = (words: string) =>
      `<figure>\n<svg viewBox="0 0 9 9" role="img" aria-label="De l’eau"><text>${words}</text></svg>\n</figure>`;
    expect(first("# a\n\n![De l'eau](images/waves.svg)\n\nb")?.html).toBe(`<section>\n<h1>a</h1>\n${figure('Eau')}<p>b</p>\n</section>`);
    expect(first('# a\n\n![De l’eau](./images/waves.svg)\n\nb', 'en')?.html).toContain(figure('Water'));
  });

  it.each([
    [
      'a caption',
      '![x](images/waves.svg "Deux *vagues* : a")',
      '</svg>\n<figcaption>Deux <em>vagues</em>\u00a0: a</figcaption>\n</figure>',
    ],
    ['attributes', '![x](images/waves.svg)\n<!-- .element: class="fragment" -->', '<figure class="fragment">\n<svg'],
    ['columns around', '<div class="cols">\n\n![x](images/waves.svg)\n\n</div>', '<div class="cols"><figure>'],
  ])('have %s', (_, source, html) => {
    expect(first(source)?.html).toContain(html);
    expect(toldOf(source)).toEqual([]);
  });

  it.each([
    ['a sentence', 'Voici ![x](images/waves.svg) de l’eau'],
    ['a list', '- ![x](images/waves.svg)'],
    ['a quotation', '> ![x](images/waves.svg)'],
    ['a table', '| ![x](images/waves.svg) |\n|---|\n| a |'],
    ['HTML', '<img src="images/waves.svg" alt="x">'],
  ])('have no place in %s', (_, source) => {
    expect(first(`# a\n\n${source}`)?.html).not.toMatch(/<img|<svg/);
    expect(toldOf(`# a\n\n${source}`)).toEqual([
      'slides/01-web-uses/deck.fr.md:3: The drawing “images/waves.svg” stands alone on its line, outside lists and quotations. It is left out.',
    ]);
  });

  it.each(['images/absent.svg', '../02-x/images/waves.svg', '/images/waves.svg', 'https://x.org/waves.svg', 'images/../images/waves.svg'])(
    'that are not in the folder are told at their line: %s',
    (address) => {
      expect(first(`# a\n\n![x](${address})`)?.html).not.toMatch(/<img|<svg/);
      expect(toldOf(`# a\n\n![x](${address})`)).toEqual([
        `slides/01-web-uses/deck.fr.md:3: The picture “${address}” is not in this unit’s images folder.`,
      ]);
    },
  );

  it('tell their mistakes in their own file', () => {
    expect(toldOf('# a\n\n![x](images/broken.svg)')).toEqual([
      expect.stringMatching(/^slides\/01-web-uses\/images\/broken\.svg:3: .*not well-formed/),
    ]);
  });

  it('say what is to be seen', () => {
    expect(toldOf('# a\n\n![](images/waves.svg)')).toEqual([
      'slides/01-web-uses/deck.fr.md:1: This diagram has neither an alternative text nor an aria-label that says what is to be seen.',
    ]);
  });

  it('count in the measure of their slide', () => {
    const twice = '# a\n\n![x](images/large.svg)\n\n![x](images/large.svg)';
    expect(drawn('# a\n\n![x](images/large.svg)').problems).toEqual([]);
    expect(toldOf(`# b\n\n---\n\n${twice}`)).toEqual([
      'slides/01-web-uses/deck.fr.md:4: This slide is over 24 KB with its drawings. It is left out.',
    ]);
  });

  it('change the hash of their deck', () => {
    const hash = (svg: string) => read('![x](images/waves.svg)', { drawings: new Map([['waves.svg', svg]]) }).deck?.hash;
    expect(hash(WAVES)).not.toBe(hash(WAVES.replace('Eau', 'Vagues')));
    expect(hash(WAVES)).toBe(hash(WAVES.replace('Water', 'Waves')));
  });
});

describe('a hostile deck', () => {
  it.each(HOSTILE_MARKUP)('runs nothing: %p', (hostile) => {
    const slide = slidesOf(`# a\n\n${hostile}`)[0];
    const $ = cheerio.load(`${slide?.html ?? ''}${slide?.notes ?? ''}`);
    expect($('script,iframe,object,embed,style,link,meta,base,form,input,template,math,use,foreignobject,image,animate,set').length).toBe(
      0,
    );
    for (const element of $('*').toArray()) {
      for (const [name, value] of Object.entries($(element).attr() ?? {})) {
        expect(name).not.toMatch(/^on|^style$|^id$|^srcset$|^data-(?!poll|fragment-index|background-color|transition|visibility)/);
        if (/^(?:href|src)$/.test(name)) expect(value).not.toMatch(/^\s*(?:javascript|data|vbscript|blob|\/\/)/i);
      }
    }
  });

  it('makes no slide out of a section of its own', () => {
    const { deck } = read('# a\n\n</section><section>b</section><section>\n\n</section>');
    expect(deck ? (sectionsOf(deck).match(/<section/g) ?? []) : []).toHaveLength(1);
  });

  it.each(['>', '> ', '[', '_a_', '**a', '<a "', '<!--', '<!-- .slide:', '<!-- .element: a="', '- ', '`', '|a', 'a@', '&a', '<div>\n\n'])(
    'of a thousand times %p is read or refused in good time',
    (unit) => {
      const { problems } = read(`# a\n\n---\n\n${unit.repeat(Math.floor(23_000 / unit.length))}`);
      expect(problems.length).toBeLessThan(30_000);
    },
    8000,
  );

  it('that is too large is refused', () => {
    expect(told('a'.repeat(500_000))).toEqual(['1: The file is over 400 KB. Split it, or make its diagrams lighter.']);
  });

  it('keeps its other slides when one is too large, and counts them without a gap', () => {
    const source = `# a\n\n---\n\n${'a '.repeat(20_000)}\n\n---\n\n# b\n`;
    expect(told(source)).toEqual(['4: This slide is over 24 KB with its drawings. It is left out.']);
    expect(slidesOf(source).map(({ h, title }) => `${h} ${title}`)).toEqual(['0 a', '1 b']);
  });
});

describe('what is read of a deck', () => {
  it('is set in the typography of its language, code apart', () => {
    expect(htmlOf("Qu'est-ce ? <code>a ? b : c</code>")).toContain('Qu’est-ce\u202f? <code>a ? b : c</code>');
    expect(read("Isn't it?", { lang: 'en' }).deck?.slides[0]?.html).toContain('Isn’t it?');
  });

  it('counts words to be read, not those of diagrams, code and notes', () => {
    const [slide] = slidesOf(
      'Signal\n<!-- .element: class="kicker" -->\n\n# L’art de lire\n\n47 % de *ceux-ci*.\n\n```\nnot these words\n```\n\n<figure>\n<svg role="img" aria-label="x"><text>nor these</text></svg>\n</figure>\n\nNote:\nnor those\n',
    );
    expect(slide?.words).toBe(6);
  });

  it('counts the steps of a slide as reveal.js does', () => {
    const withIndex = (index: string) => `- a <!-- .element: class="fragment" ${index} -->\n`;
    expect(
      slidesOf(withIndex('') + withIndex('') + withIndex('data-fragment-index="1"') + withIndex('data-fragment-index="1"'))[0]?.fragments,
    ).toBe(3);
  });

  it('has one hash as long as the slides look the same', () => {
    const hash = (source: string) => read(source).deck?.hash;
    expect(hash('# a\n\nNote: b')).toBe(hash('# a\n\nNote: c'));
    expect(hash('# a')).not.toBe(hash('# b'));
  });

  it('says so when there is nothing', () => {
    expect(read('\n').deck).toBeNull();
    expect(told('\n')).toContain('1: The file holds no slide.');
  });
});
