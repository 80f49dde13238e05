import * as cheerio from 'cheerio';
import fc from 'fast-check';
import { type DeckSlide } from './deck.js';
import { readDeck } from './read-deck.js';

const read = (text: string) => readDeck(text, { file: 'deck.fr.md', lang: 'fr', unit: 'web-uses', images: new Set(['cafe.png']) });
const slidesOf = (text: string): readonly DeckSlide[] => read(text).deck?.slides ?? [];

/** What a class sees and hears of a slide, code apart: there everything is shown as it is typed. */
function seen(html: string): string {
  const $ = cheerio.load(html, null, false);
  $('code').remove();
  return $.html();
}

/** Where what is secret is shown, or may be downloaded though the slide does not show it. */
const leaksOf = (text: string): string[] =>
  slidesOf(text).flatMap(({ html, markdown, title }) => [
    ...(seen(html).includes('SECRET') ? [html] : []),
    ...(markdown.includes('SECRET') && !html.includes('SECRET') ? [markdown] : []),
    ...(title.includes('SECRET') && !html.includes('SECRET') ? [title] : []),
  ]);

/** Each on lines of its own: in the midst of a sentence, `Note :` is a word of it. */
const LINES = ['\nNote: SECRET', '\nNote :\nSECRET\n\n- SECRET', '\n\u00a0Remarques\u202f: SECRET', '\n\ufeff\u200bNote : SECRET'];
const ASIDES = [
  '<aside class="notes">SECRET</aside>',
  '<ASIDE data-x=">" CLASS=\'x Notes\'>SECRET <b>SECRET</ASIDE>',
  '\n\n<aside\n class="n&#111;tes">SECRET<aside>SECRET</aside>SECRET</aside >',
  '<aside class="notes">\n\nSECRET\n\n- SECRET\n\n> SECRET\n\n| SECRET |\n|---|\n| SECRET |\n\n```\nSECRET\n```\n\n</aside>',
  '<aside class="notes">\n\nSECRET `</aside>` SECRET \\</aside> SECRET <i title="</aside>">SECRET</i> <!-- </aside> --> SECRET\n\n</aside>',
  '<aside class="notes"><textarea></aside>SECRET</textarea>SECRET</aside>',
  '\n- a <aside class="notes">\n- SECRET\n\nSECRET </aside>',
  '\n> <aside class="notes">\n\nSECRET\n\n</aside>',
  '<!-- SECRET -->',
  '\n<!-- SECRET\n\nSECRET -->',
  '\n- a <!-- SECRET -->\n- b\n  <!-- SECRET\n  SECRET -->',
  '<!-- .slide: data-notes="SECRET" -->',
  '<p data-notes="SECRET">words</p>',
  '\n\n[//]: # (SECRET)\n',
];
const MARKDOWN = [
  '# A',
  'words',
  '- item',
  '> quoted',
  '| a |\n|---|\n| b |',
  '1. one\n   two',
  'Un titre\n====',
  '\n\n```js\nx\n```\n',
  '&lt;',
];
/** A tag that is broken off is so for its own block: in it, what follows is no tag for anybody. */
const TAGS = [
  '<div>',
  '</div>',
  '<p>',
  '</p>',
  '<li>',
  '</li>',
  '</ul>',
  '<section>',
  '</section>',
  '</aside>',
  '<aside>',
  '<b\n\n',
  '<p title="\n\n',
  '<!--',
  '-->',
  '<!-- .element: class="fragment" -->',
  '<!-- .element: a="',
  '<svg>',
  '</svg>',
  '<textarea>',
  '</textarea>',
  '<b>'.repeat(70),
];
/** Where a tag is code, it is shown; where a line of notes is, only if its fence is one and is closed. */
const CODE = ['```', '~~~', '    ```', '<div>\n```', '<pre>', '</pre>', '- ```\n  x', '> ~~~', '`', '\\'];

/** Where tags are text, or where a browser and Markdown each read the rest in a way of their own. */
const FIELDS = [
  '<textarea> </textarea> <TITLE> </title> <script> </SCRIPT> <style> </style> <xmp> </xmp> <plaintext> <noscript> </noscript> <iframe>',
  '</iframe> <template> </template> <select><option> </select> <table><tr><td> </table> <svg><style> </style></svg> <svg><foreignObject>',
  '<math><mtext> </math> <textarea/> <![CDATA[ ]]> <!> <!--> <!doctype <?php ?> "> &lt;aside&gt; <\\0 ![<aside>](x) `</aside>` <kbd> </kbd>',
]
  .join(' ')
  .split(' ')
  .concat([
    '</ x',
    "<b a='",
    '<i a="',
    '<b a=`',
    '| a |\n|---|\n| b | <title> |',
    '| a |\n|---|\n| b | <aside class="notes"> |\n| SECRET </aside> |',
    '\n| <textarea> | a |\n',
    '[a]: <aside',
    '[</aside>](x "</aside>")',
  ]);
const HIDDEN_NOTES = [
  '<aside class=notes>SECRET</aside>',
  '<aside class="a notes b">SECRET <aside>SECRET</aside> SECRET</aside>',
  '<aside class="&#110;otes"><table><tr><td></aside>SECRET</table>SECRET</aside>',
  '<aside class="notes"><svg></aside>SECRET</svg>SECRET</aside>',
  '<aside class="notes"><template></aside>SECRET</template></aside>',
  '<aside class="notes"><div></div>SECRET</DIV></section>SECRET</aside>',
  '<aside class="notes"><![CDATA[ </aside> ]]>SECRET</aside>',
  '<aside class="notes"><!-- </aside>\n\n--> SECRET</aside>',
  '\n\n<aside class="notes" title="\n\n</aside>SECRET">SECRET</aside>',
  '\n\n<aside class="notes>\n\nSECRET\n\n</aside>\n\n',
  '\n\n<aside class="notes"\n\nSECRET\n\n</aside>\n\n',
  '> <aside class="notes">\n> SECRET\n\nSECRET\n\n</aside>',
  '\n\n```poll\nid: a\nquestion: <aside class="notes">SECRET</aside>\noptions: [a, b]\n```\n\n',
  '![x](images/cafe.png "<aside class=notes>SECRET</aside>")',
  '<!-- .slide: title="<aside class=notes>SECRET</aside>" -->',
];

/** Of each kind, other ones in every run of the suite: who changes the filter takes 20,000 once. A failure names its seed. */
const RUNS = 700;

const arranged = (secrets: readonly string[], around: readonly string[]) =>
  fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...secrets) }, { weight: 3, arbitrary: fc.constantFrom(...around) }),
        fc.constantFrom('\n\n', '\n\n', '\n', ' ', '\n\n---\n\n', '\n--\n'),
      ),
      { minLength: 1, maxLength: 9 },
    )
    .map((parts) => parts.flat().join(''));

describe('what is for the speaker alone', () => {
  it.each([
    ['behind a fence that a block of HTML only seems to hold', 'a\n\n<div>\n```\n\nNote: SECRET\n'],
    ['behind a fence that nobody closes', '# a\n\n```\nx\n\nNote: SECRET'],
    ['set in, in a list with a fence', '- a\n\n  ```\n  x\n\nNote: SECRET'],
    ['in an aside deeper than tags are kept', `${'<b>'.repeat(70)}<aside class="notes">SECRET</aside>`],
    ['in an aside with its end written as code', '<aside class="notes">\n\na `</aside>` SECRET\n\n</aside>'],
    ['in an aside that begins in a list and ends below', '- a <aside class="notes">\n\nSECRET\n\n</aside>'],
    ['in an aside after a tag whose attribute nobody closed', '<div title="\n\n<aside class="notes">SECRET</aside>'],
    ['in an aside that a field seems to end', '<aside class="notes"><textarea>\n\n</aside> SECRET\n\n</textarea></aside>'],
    ['in an aside that an attribute of a comment takes in', '<!-- .element: a="\n\n<aside class="notes">SECRET</aside>\n\n-->'],
    ['in a comment behind another that its block leaves open', '<p> <!-- .element: a=" \n<!-- SECRET\n\nSECRET -->'],
  ])('is on no slide, in no title and no download: %s', (_, text) => {
    expect(leaksOf(`# A\n\n${text}`)).toEqual([]);
  });

  it.each([
    ['notes, comments and tags', [...LINES, ...ASIDES], [...MARKDOWN, ...TAGS]],
    ['lines of notes, tags and fences', LINES, MARKDOWN.concat(TAGS, FIELDS, CODE)],
    ['notes and fields', [...LINES, ...ASIDES, ...HIDDEN_NOTES], [...MARKDOWN, ...TAGS, ...FIELDS]],
  ])(
    'is on no slide, in no title and no download, however %s stand together',
    (_, secrets, around) => {
      fc.assert(
        fc.property(arranged(secrets, around), (text) => {
          expect(leaksOf(text)).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    120_000,
  );

  it.each([
    ['an aside on one line', '<aside class="notes">SECRET</aside>\n\nshown'],
    ['an aside of several blocks', '<aside class="notes">\n\nSECRET\n\n| SECRET |\n|---|\n| SECRET |\n\n</aside>\n\nshown'],
    ['an aside with a table in HTML', '<aside class="notes"><table><tr><td>SECRET</td></tr></table></aside>\n\nshown'],
    ['an aside in a sentence', 'one <aside class="notes">SECRET</aside> shown'],
    ['an aside in an item', '- one\n- two <aside class="notes">SECRET</aside>\n- shown'],
    ['a comment', '<!-- SECRET\n\nSECRET -->\n\nshown'],
    ['a field that is closed', '<style>\n\n.SECRET { color: red }\n\n</style>\n\nshown'],
    ['an aside of no notes', '<aside>one</aside>\n\nshown'],
    ['a tag that is not finished', '<div title="SECRET\n\nshown'],
  ])('hides nothing that follows %s', (_, text) => {
    expect(leaksOf(`# A\n\n${text}`)).toEqual([]);
    const [slide] = slidesOf(`# A\n\n${text}`);
    expect(slide!.html).toContain('shown');
    expect(slide!.markdown).toContain('shown');
  });

  it.each([
    ['an aside that is not finished', 'one\n\n<aside class="notes\n\nSECRET'],
    ['a comment in a sentence', 'one\n\ntwo <!-- SECRET\n\nSECRET -->'],
    ['a field that its block does not close', 'one\n\n<title>\n\nSECRET'],
    ['an aside in a comment', 'one\n\n<!-- <aside class="notes"> -->\n\nSECRET\n\n</aside>'],
  ])('hides the rest of the slide from %s on, and is told', (_, text) => {
    const { deck, problems } = read(`# A\n\n${text}\n\nSECRET\n\n---\n\n# B\n\nshown`);
    expect(deck?.slides.map(({ markdown }) => markdown.includes('one') || markdown.includes('shown'))).toEqual([true, true]);
    expect(leaksOf(`# A\n\n${text}\n\nSECRET`)).toEqual([]);
    expect(problems.filter(({ reason }) => reason.en.startsWith('An aside or a comment')).map(({ line }) => line)).toEqual([5]);
  });

  it('still is code where it stands in a fence as code', () => {
    const [slide] = slidesOf('# A\n\n```md\nNote: seen\n<aside class="notes">seen</aside>\n```\n\nNote: SECRET');
    expect(cheerio.load(slide!.html)('code').text()).toContain('Note: seen\n<aside class="notes">seen</aside>');
    expect(slide!.markdown).toContain('Note: seen\n<aside class="notes">seen</aside>');
    expect(slide!.notes).toBe('<p>SECRET</p>\n');
  });
});
