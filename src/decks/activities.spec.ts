import * as cheerio from 'cheerio';
import type { Lang } from '../kernel/localised.js';
import { readDeck } from './read-deck.js';

const read = (source: string, lang: Lang = 'fr') => readDeck(source, { file: 'deck.fr.md', lang, unit: 'u', images: new Set() });
const told = (source: string, lang: Lang = 'en') => read(source).problems.map(({ line, reason }) => `${line}: ${reason[lang]}`);
const markup = (source: string, lang: Lang = 'fr') => cheerio.load(read(source, lang).deck?.slides[0]?.html ?? '');

const POLL = `\`\`\`poll
id: cafe-competitor
question: Qui est *votre* concurrent ?
seconds: 90
answer: 2
options:
  - Un autre café
  - "La **machine** : celle du bureau"
  - 42
\`\`\`

Note : attendre.
`;

const workshop = (kind: 'exercise' | 'workshop') => `\`\`\`workshop
id: build-a-set
kind: ${kind}            # in pairs, or in a team
title: Former un ensemble
minutes: 8
steps:
  - Nommez une organisation.
  - Rejetez deux candidates.
handover: Six noms, deux refus.
\`\`\`
`;

describe('a poll', () => {
  it('becomes the slide of the theme, in the language of the deck', () => {
    const $ = markup(POLL);
    expect($('section').attr()).toEqual({ class: 'poll', 'data-poll': 'cafe-competitor' });
    expect($('.kicker').text()).toBe('Sondage · 90\u00a0secondes');
    expect($('h2').html()).toBe('Qui est <em>votre</em> concurrent\u202f?');
    expect(
      $('ol > li > span')
        .toArray()
        .map((item) => $(item).html()),
    ).toEqual(['Un autre café', 'La <strong>machine</strong>&nbsp;: celle du bureau', '42']);
    expect(markup(POLL, 'en')('.kicker').text()).toBe('Poll · 90 seconds');
  });

  it('is kept for the vote, its answer included, which the slide does not show', () => {
    const slide = read(POLL).deck?.slides[0];
    expect(slide).toMatchObject({
      kind: 'poll',
      title: 'Qui est votre concurrent\u202f?',
      poll: { id: 'cafe-competitor', seconds: 90, answer: 2 },
    });
    expect(slide?.html).not.toContain('answer');
  });
});

describe('a workshop', () => {
  it.each([
    ['fr', 'exercise', 'Exercice · 8\u00a0minutes', '', 'À remettre'],
    ['fr', 'workshop', 'Atelier, en équipe', '8\u00a0min', 'À remettre'],
    ['en', 'exercise', 'Exercise · 8 minutes', '', 'To hand in'],
    ['en', 'workshop', 'Workshop, in teams', '8 min', 'To hand in'],
  ] as const)('in %s of kind %s says so', (lang, kind, kicker, time, handover) => {
    const $ = markup(workshop(kind), lang);
    expect([$('.kicker').text(), $('.time').text(), $('aside h3').text()]).toEqual([kicker, time, handover]);
    expect($('section').hasClass('workshop')).toBe(true);
    expect($('.cols ol li').length).toBe(2);
    expect(read(workshop(kind)).deck?.slides[0]?.kind).toBe(kind);
  });

  it('may ask for nothing in hand', () => {
    const $ = markup(workshop('exercise').replace(/handover.*\n/, ''));
    expect($('aside,.cols').length).toBe(0);
    expect($('ol li').length).toBe(2);
  });
});

describe('a fence with a mistake', () => {
  it.each([
    ['a missing field', POLL.replace('id: cafe-competitor\n', ''), '2: id: this line is missing'],
    ['too few options', POLL.replace(/ {2}- (?:"La|42).*\n/g, ''), '7: options: Too small: expected array to have >=2 items'],
    ['an unknown field', POLL.replace('seconds', 'second'), '4: Unrecognized key: “second”'],
    ['an answer that is no option', POLL.replace('answer: 2', 'answer: 4'), '2: answer: no option has this number.'],
    [
      'YAML that cannot be read',
      POLL.replace('seconds: 90', 'seconds: [90'),
      '5: YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'an unknown kind',
      workshop('exercise').replace('kind: exercise', 'kind: game'),
      '3: kind: Invalid option: expected one of "exercise"|"workshop"',
    ],
  ])('is told at its line: %s', (_, source, problem) => {
    expect(told(source)).toContain(problem);
    expect(read(source).deck?.slides[0]?.html ?? '').not.toContain('<ol>');
  });

  it('is told in French as well', () => {
    expect(told(POLL.replace('id: cafe-competitor\n', ''), 'fr')).toEqual(['2: id\u00a0: il manque cette ligne']);
  });

  it('is told where it stands in the file', () => {
    expect(told(`# a\n\n---\n\nun\n\ndeux\n\n${POLL.replace('seconds: 90', 'seconds: never')}`)).toEqual([
      '12: seconds: Invalid input: expected number, received string',
    ]);
  });
});

describe('polls and workshops', () => {
  it('stand one a slide', () => {
    expect(told(`${POLL.replace('Note : attendre.\n', '')}${workshop('exercise')}`)).toEqual(['12: A slide carries one poll or workshop.']);
  });

  it('do not share an id in one deck', () => {
    expect(told(`${POLL}\n---\n\n${workshop('exercise').replace('build-a-set', 'cafe-competitor')}`)).toEqual([
      '17: id: “cafe-competitor” is used above in this deck.',
    ]);
  });

  it('stand in no list', () => {
    expect(told('# a\n\n- b\n\n  ```poll\n  id: x\n  ```\n')).toEqual([
      '3: A poll or a workshop stands neither in a list nor in a quotation.',
    ]);
  });

  it.each([
    '{id: &a [*a]}',
    'a: &a ["x","x"]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]',
  ])('refuse a bomb of aliases: %p', (bomb) => {
    expect(read(`# a\n\n\`\`\`poll\n${bomb}\n\`\`\`\n`).problems.length).toBeGreaterThan(0);
  });
});
