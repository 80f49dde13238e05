import fc from 'fast-check';
import { typeset, typesetHtml } from './typography.js';

/** Shows the spaces that cannot be seen: `_` is U+00A0, `~` is U+202F. */
const seen = (text: string): string => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');

describe('French typography', () => {
  it.each([
    ['a space before the colon', 'Exemple : la suite', 'Exemple_: la suite'],
    ['even where it was forgotten', 'Exemple: la suite', 'Exemple_: la suite'],
    ['a thin space before the other high signs', 'Quoi ? Oui ! Bien ; voilà.', 'Quoi~? Oui~! Bien~; voilà.'],
    ['one thin space before two signs', 'Quoi ?!', 'Quoi~?!'],
    ['inside guillemets', 'Dire « oui » ou «non».', 'Dire «_oui_» ou «_non_».'],
    ['after a closing guillemet', '« oui » : bien', '«_oui_»_: bien'],
    ['before per cent and dollar', '47 % de 12 $ et 3% de 40$', '47_% de 12_$ et 3_% de 40_$'],
    ['between a number and its unit', 'un fichier de 31 Ko lu en 8 minutes à 10 km', 'un fichier de 31_Ko lu en 8_minutes à 10_km'],
    ['in a time and a date', 'mardi 9 février à 18 h 30', 'mardi 9_février à 18_h_30'],
    ['between a word and its number', 'Module 5, équipe 4', 'Module_5, équipe_4'],
    ['apostrophes', "l'audience d'aujourd'hui, l'«idée»", 'l’audience d’aujourd’hui, l’«_idée_»'],
    ['thousands are left alone', '12 400 visites, 12\u202f400 clics', '12 400 visites, 12~400 clics'],
    ['a digital time is left alone', 'à 18:30, un rapport de 3:1', 'à 18:30, un rapport de 3:1'],
    ['an address is left alone', "https://x.org/a?b=c;d!e'f et www.y.ca/z? oui", "https://x.org/a?b=c;d!e'f et www.y.ca/z? oui"],
    ['a per cent sign of an address is left alone', 'a7%20b', 'a7%20b'],
    ['a smiley is left alone', 'Bravo :-) merci ;)', 'Bravo :-) merci ;)'],
    ['a word that begins like a unit is left alone', 'les 3 mères ont 2 gestes', 'les 3 mères ont 2 gestes'],
  ])('%s', (_, typed, set) => expect(seen(typeset('fr', typed))).toBe(set));
});

describe('English typography', () => {
  it.each([
    ['apostrophes', "don't, the students' work, the '90s", 'don’t, the students’ work, the ’90s'],
    ['double quotes in pairs', 'Say "yes" ("no").', 'Say “yes” (“no”).'],
    ['a lone inch mark stays', 'a 5" screen and a 6" one', 'a 5" screen and a 6" one'],
    ['no space before a sign is made or taken', 'Really? Yes: 47%.', 'Really? Yes: 47%.'],
    ['an address stays', "https://x.org/it's", "https://x.org/it's"],
  ])('%s', (_, typed, set) => expect(typeset('en', typed)).toBe(set));
});

describe('typography of HTML', () => {
  it.each([
    ['sets text across elements', "<p>l'<em>audience</em> : « <b>oui</b> »</p>", '<p>l’<em>audience</em>_: «_<b>oui</b>_»</p>'],
    ['leaves code alone', "<p>Écrire : <code>a ? 'b' : c</code> !</p>", "<p>Écrire_: <code>a ? 'b' : c</code>~!</p>"],
    [
      'leaves a block of code alone',
      '<pre><code>x : <span>y ;</span></code></pre> : z',
      '<pre><code>x : <span>y ;</span></code></pre>_: z',
    ],
    [
      'sets alt, title and aria-label only',
      '<img src="a : b" alt="Vu : rien" title="Quoi ?">',
      '<img src="a : b" alt="Vu_: rien" title="Quoi~?">',
    ],
    ['takes no reference for a sign', '<p>R&amp; D, caf&eacute; ; &lt;b&gt;</p>', '<p>R&amp; D, caf&eacute;~; &lt;b&gt;</p>'],
    ['reads the apostrophe Markdown escapes', '<p title="l&#39;eau">l&#39;eau</p>', '<p title="l’eau">l’eau</p>'],
    [
      'keeps the quote that would end an attribute',
      '<p title="dit &quot;oui&quot; : &quot;">x</p>',
      '<p title="dit &quot;oui&quot;_: &quot;">x</p>',
    ],
    [
      'follows another language',
      '<p>Lire <em lang="en">Why: "a" don\'t</em> : oui</p>',
      '<p>Lire <em lang="en">Why: “a” don’t</em>_: oui</p>',
    ],
    ['leaves a language it has no rules for', '<p lang="de">Was ist : das</p>', '<p lang="de">Was ist : das</p>'],
    ['survives elements that are not closed', '<p><b>a : b<p>c ; d</p> e ?', '<p><b>a_: b<p>c~; d</p> e~?'],
    ['leaves comments alone', '<!-- a : b --> c : d', '<!-- a : b --> c_: d'],
  ])('%s', (_, typed, set) => expect(seen(typesetHtml('fr', typed))).toBe(set));
});

describe('setting twice', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'aé1 59«»:;!?%$’\'"()-&#39;<b>/h\u00a0\u202f\n'), maxLength: 40 });

  it.each(['fr', 'en'] as const)('changes nothing more in %s', (lang) => {
    fc.assert(
      fc.property(typed, (text) => typeset(lang, typeset(lang, text)) === typeset(lang, text)),
      { numRuns: 2000, examples: [['«;);']] },
    );
  });

  it('changes nothing more in HTML', () => {
    fc.assert(
      fc.property(typed, (html) => typesetHtml('fr', typesetHtml('fr', html)) === typesetHtml('fr', html)),
      { numRuns: 2000 },
    );
  });
});

describe('a hostile text', () => {
  it.each([' ', '«', ' »', "a'", '<!--', '<a "', '&', '"a', '1 ', '?'])(
    'of 100 000 times %p is set in linear time',
    (unit) => {
      const text = unit.repeat(100_000);
      expect(typesetHtml('fr', typeset('en', typeset('fr', text)))).toBeDefined();
    },
    4000,
  );
});
