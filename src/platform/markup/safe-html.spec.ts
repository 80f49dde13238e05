import * as cheerio from 'cheerio';
import fc from 'fast-check';
import { HOSTILE_MARKUP } from '../../../test/support/hostile-markup.js';
import { sanitise } from './safe-html.js';

const profiles = ['deck', 'prose'] as const;
const HARMLESS_ATTRIBUTE =
  /^(?:href|rel|src|alt|title|lang|class|role|aria-label|aria-hidden|data-(?:fragment-index|background-color|transition|auto-animate|visibility|poll)|fill|stroke|d|points|viewBox)$/;
const FORBIDDEN_TAGS =
  'script,style,iframe,object,embed,link,meta,base,form,input,button,textarea,template,noscript,math,use,animate,set,image,foreignobject,details,video,audio';

/** As a browser reads it: a paragraph within a paragraph, left by a tag that is gone, closes the first. */
const read = (html: string): string => cheerio.load(html, null, false).html();

/** Reads the result as a browser would, and looks for anything that could run, ask another server or be mistaken for a page’s own name. */
function dangersIn(html: string): string[] {
  const $ = cheerio.load(html);
  const found = $(FORBIDDEN_TAGS)
    .get()
    .map((element) => `<${element.tagName}>`);
  for (const element of $('*').get()) {
    for (const [name, value] of Object.entries($(element).attr() ?? {})) {
      if (/^on|^style$|^id$|^name$|^srcset$|^formaction$|^target$|^is$/i.test(name)) found.push(name);
      if (!HARMLESS_ATTRIBUTE.test(name)) found.push(name);
      if (/^(?:href|src)$/.test(name) && !/^(?:https?:\/\/|mailto:|[\w./#?&=%"'()+<> -]*$)/i.test(value)) found.push(`${name}=${value}`);
      if (/^(?:src|fill|stroke)$/.test(name) && /\/\/|:|\\|url/i.test(value)) found.push(`${name}=${value}`);
    }
  }
  return found;
}

describe.each(profiles)('sanitised %s', (profile) => {
  it.each(HOSTILE_MARKUP)('makes %p harmless', (hostile) => {
    expect(dangersIn(sanitise(hostile, profile))).toEqual([]);
  });

  it('reads the same when it is sanitised again', () => {
    const pieces = fc.array(
      fc.constantFrom(...HOSTILE_MARKUP, '<p>', '</p>', '<svg>', '</svg>', '<b', '"', "'", '>', '&amp;', 'é', '<!--', '-->'),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const once = sanitise(parts.join(''), profile);
        expect(read(sanitise(once, profile))).toBe(read(once));
        expect(dangersIn(once)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a deck', () => {
  it('keeps a diagram with its sentence, and the capital of viewBox', () => {
    const html =
      '<figure><svg viewBox="0 0 560 330" role="img" aria-label="Deux courbes"><path d="M50 20V290H540" fill="none" stroke="var(--d-ink-2)" stroke-width="2"></path><text x="90" y="85" font-size="22" class="t-ink" text-anchor="end">effort</text></svg></figure>';
    expect(sanitise(html, 'deck')).toBe(html);
  });

  it('keeps the attributes of a slide that the format lists', () => {
    const html =
      '<section class="statement" data-background-color="#ffd867" data-transition="fade" data-auto-animate data-visibility="uncounted"><p class="fragment" data-fragment-index="2" lang="en">x</p></section>';
    expect(sanitise(html, 'deck')).toBe(html);
  });

  it('drops words that the format does not list, and says which', () => {
    const refused: string[] = [];
    const html = sanitise('<p class="kicker huge" style="color:red" data-x="1">a<blink>b</blink></p>', 'deck', {
      refused: (what) => refused.push(what),
    });
    expect(html).toBe('<p class="kicker">ab</p>');
    expect(refused).toEqual(['class="huge"', 'style', 'data-x', '<blink>']);
  });

  it('lets no notes through under the name reveal.js reads', () => {
    expect(sanitise('<p>a</p><aside class="notes">secret <b>secret</b></aside><aside>b</aside>', 'deck')).toBe('<p>a</p><aside>b</aside>');
  });

  it('places pictures where they are served, and takes out those that are not ours', () => {
    const picture = (address: string) => (address === 'images/a.png' ? '/slides/images/u/a.png' : null);
    expect(sanitise('<img src="images/a.png" alt=""><img src="images/b.png" alt="">', 'deck', { picture })).toBe(
      '<img src="/slides/images/u/a.png" alt="" />',
    );
  });

  it('opens links to elsewhere without a way back', () => {
    expect(sanitise('<a href="https://x.org/">x</a> <a href="#/3" rel="opener">y</a>', 'deck')).toBe(
      '<a href="https://x.org/" rel="noopener noreferrer">x</a> <a href="#/3">y</a>',
    );
  });
});

describe('prose', () => {
  it('has neither classes nor pictures nor diagrams', () => {
    expect(sanitise('<p class="kicker">a<img src="x" alt="b"></p><svg><text>c</text></svg>', 'prose')).toBe('<p>a</p>c');
  });
});
