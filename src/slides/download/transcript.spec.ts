import { readDeck } from '../../decks/index.js';
import { passagesOf } from './transcript.js';

const passages = (text: string, lang: 'fr' | 'en' = 'fr') =>
  passagesOf(readDeck(text, { file: 'deck.fr.md', lang, unit: 'web-uses', images: new Set(['cafe.png']) }).deck!);
const htmlOf = (text: string): string => {
  const [first] = passages(text);
  return first!.parts.map(({ html }) => html.trim()).join('\n');
};

describe('the text of a deck', () => {
  it('numbers slides through stacks, and knows each one’s position', () => {
    const found = passages('# A\n\n---\n\n## B\n\n--\n\n## C\n\n---\n\n## D').map(
      ({ number, h, v, title }) => `${number} ${h}.${v} ${title}`,
    );
    expect(found).toEqual(['1 0.0 A', '2 1.0 B', '3 1.1 C', '4 2.0 D']);
  });

  it('says the title once, the line above it apart, and makes headings of one level of the others', () => {
    const [first] = passages('Observer\n<!-- .element: class="kicker" -->\n\n## Titre\n\n#### Sous-titre\n\ntexte');
    expect(first).toMatchObject({ title: 'Titre', kicker: 'Observer' });
    expect(htmlOf('## Titre\n\n#### Sous-titre\n\ntexte')).toBe('<h3>Sous-titre</h3>\n<p>texte</p>');
  });

  it('keeps a heading that is not the title', () => {
    expect(htmlOf('<!-- .slide: title="Autre" -->\n## Titre')).toBe('<h3>Titre</h3>');
  });

  it('tells what pictures show, and passes over ornaments', () => {
    const text =
      '## T\n\n<p class="no" aria-hidden="true">5</p>\n\n<svg role="img" aria-label="Deux &amp; trois"><text>5</text><text><tspan>six</tspan></text></svg>\n\n![Un café](images/cafe.png)';
    expect(htmlOf(text).split(/\n+/)).toEqual([
      '<p><strong>Figure.</strong> Deux &amp; trois. On y lit\u00a0: 5 · six</p>',
      '<p><strong>Figure.</strong> Un café.</p>',
    ]);
    expect(htmlOf('## T\n\n![Un café](images/cafe.png) et du pain')).toBe('<p><strong>Figure.</strong> Un café. et du pain</p>');
  });

  it('sets apart what is wide', () => {
    const [first] = passages('## T\n\navant\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\naprès');
    expect(first!.parts.map(({ kind }) => kind)).toEqual(['prose', 'wide', 'prose']);
    expect(passages('## T\n\n```\nlong\n```')[0]!.parts.map(({ kind }) => kind)).toEqual(['wide']);
  });

  it('tells a poll and a workshop in words, without the answer', () => {
    const poll = '```poll\nid: a\nquestion: Qui ?\nanswer: 2\noptions:\n  - Moi\n  - Vous\n```';
    expect(passages(poll)[0]).toMatchObject({ title: 'Qui\u202f?', kicker: 'Sondage · 60\u00a0secondes' });
    expect(htmlOf(poll)).toBe('<ol><li>Moi</li><li>Vous</li></ol>');
    const workshop = '```workshop\nid: b\nkind: workshop\ntitle: Former\nminutes: 8\nsteps:\n  - Nommez.\nhandover: Six noms.\n```';
    expect(passages(workshop)[0]).toMatchObject({ title: 'Former', kicker: 'Atelier, en équipe · 8\u00a0min' });
    expect(htmlOf(workshop)).toBe('<ol><li>Nommez.</li></ol><h3>À remettre</h3><p>Six noms.</p>');
  });

  it('never looks at notes', () => {
    expect(JSON.stringify(passages('## T\n\ntexte\n\nNote :\nsecret'))).not.toContain('secret');
  });

  it('lets nothing of a hostile slide through that prose may not hold', () => {
    const html = htmlOf(
      '## T\n\n<svg role="img" aria-label="&lt;script>x&lt;/script>" onload="x()"></svg>\n\n<div class="cols" style="x"><script>x()</script>ok</div>',
    );
    expect(html).not.toMatch(/<script|onload|style|class/);
    expect(html).toContain('ok');
  });
});
