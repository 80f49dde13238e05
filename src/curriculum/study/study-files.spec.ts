import { readGlossary } from './glossary-file.js';
import { readSelfCheck } from './self-check/self-check-file.js';
import { readWorkshop } from './workshop-file.js';

const question = (id: string, slide = 2): string => `  - id: ${id}
    kind: one
    prompt: { fr: "Qui ?", en: "Who?" }
    options:
      - { id: a, text: { fr: A, en: A }, right: true }
      - { id: b, text: { fr: B, en: B } }
    explanation: { fr: Parce que, en: Because }
    slide: ${slide}
`;
const CHECK = `questions:\n${['one', 'two', 'three', 'four', 'five'].map((id) => question(id)).join('')}`;
const WORKSHOP = `title: { fr: Coder, en: Code }
minutes: 20
purpose: { fr: Voir, en: See }
steps:
  - { minutes: 5, text: { fr: Lire, en: Read } }
  - { minutes: 15, text: { fr: Coder, en: Code } }
handOver:
  - { fr: Deux nombres, en: Two numbers }
`;
const GLOSSARY = `terms:
  - id: alert
    fr: alerte
    en: alert
    definition: { fr: "Un message, pourquoi ?", en: "A message" }
    units: [web-uses]
  - id: tag
    fr: balise
    en: tag
    definition: { fr: Un repère, en: A mark }
    units: [web-uses, web-pr]
`;
const UNITS = new Set(['web-uses', 'web-pr']);

const told = ({ problems }: ReturnType<typeof readGlossary> | ReturnType<typeof readWorkshop> | ReturnType<typeof readSelfCheck>) =>
  problems.map(({ line, reason }) => `${line}: ${reason.en}`);

describe('self-check.yaml', () => {
  it('asks questions whose options are wrong unless they are said to be right', () => {
    const { value, problems } = readSelfCheck(CHECK, 'self-check.yaml', 2);
    expect(problems).toEqual([]);
    expect(value?.questions).toHaveLength(5);
    expect(value?.questions[0]).toMatchObject({ prompt: { fr: 'Qui\u202f?' }, options: [{ right: true }, { right: false }] });
  });

  it.each([
    ['a question asked twice', CHECK.replace('id: five', 'id: one'), '34: questions.4.id: “one” is used already'],
    ['an option given twice', CHECK.replace('id: b', 'id: a'), '7: questions.0.options.1.id: “a” is used already'],
    [
      'one answer, two right',
      CHECK.replace('en: B } }', 'en: B }, right: true }'),
      '6: questions.0.options: exactly one option must be right (“right: true”)',
    ],
    [
      'several answers, one right',
      CHECK.replace('kind: one', 'kind: several'),
      '6: questions.0.options: at least two options must be right (“right: true”)',
    ],
    ['a slide the deck has not', CHECK.replace('slide: 2', 'slide: 27'), '9: questions.0.slide: there are only 26 slides'],
    ['fewer than five questions', `questions:\n${question('one')}`, '2: questions: Too small: expected array to have >=5 items'],
    ['a word it does not know', CHECK.replace('kind: one', 'kind: one\n    points: 2'), '4: questions.0: Unrecognized key: “points”'],
  ])('is told at its line: %s', (_, text, problem) => expect(told(readSelfCheck(text, 'self-check.yaml', 26))).toEqual([problem]));

  it('is told in French too', () => {
    const { problems } = readSelfCheck(CHECK.replace('slide: 2', 'slide: 27'), 'self-check.yaml', 26);
    expect(problems[0]?.reason.fr).toBe('questions.0.slide\u00a0: il n’y a que 26 diapos');
  });

  it('takes slides on trust where no deck is written', () => {
    expect(readSelfCheck(CHECK, 'self-check.yaml', null).problems).toEqual([]);
  });
});

describe('workshop.yaml', () => {
  it('says what to bring, do and hand over', () => {
    expect(readWorkshop(WORKSHOP, 'workshop.yaml')).toMatchObject({ value: { minutes: 20, bring: [], debrief: [] }, problems: [] });
  });

  it.each([
    ['steps that do not add up', WORKSHOP.replace('minutes: 15', 'minutes: 10'), '2: minutes: the steps add up to 15 minutes'],
    ['nothing to hand over', WORKSHOP.replace(/handOver:\n.*\n/, ''), '1: handOver: this line is missing'],
    ['a missing language', WORKSHOP.replace('{ fr: Voir, en: See }', '{ fr: Voir }'), '3: purpose.en: this line is missing'],
    ['a word it does not know', `${WORKSHOP}grade: 3\n`, '9: Unrecognized key: “grade”'],
  ])('is told at its line: %s', (_, text, problem) => expect(told(readWorkshop(text, 'workshop.yaml'))).toEqual([problem]));
});

describe('glossary.yaml', () => {
  it('defines its terms in the typography of each language', () => {
    const { value, problems } = readGlossary(GLOSSARY, 'glossary.yaml', UNITS);
    expect(problems).toEqual([]);
    expect(value?.[0]).toMatchObject({ id: 'alert', fr: 'alerte', definition: { fr: 'Un message, pourquoi\u202f?' } });
  });

  it.each([
    ['a term defined twice', GLOSSARY.replace('id: tag', 'id: alert'), '7: terms.1.id: “alert” is used already'],
    ['a unit that is none', GLOSSARY.replace(', web-pr', ', web-poetry'), '11: terms.1.units.1: there is no unit called “web-poetry”'],
    ['a unit named twice', GLOSSARY.replace(', web-pr', ', web-uses'), '11: terms.1.units.1: “web-uses” is named twice'],
    ['no unit at all', GLOSSARY.replace('[web-uses]', '[]'), '6: terms.0.units: Too small: expected array to have >=1 items'],
    ['a word it does not know', GLOSSARY.replace('fr: alerte', 'fr: alerte\n    note: x'), '4: terms.0: Unrecognized key: “note”'],
  ])('is told at its line: %s', (_, text, problem) => expect(told(readGlossary(text, 'glossary.yaml', UNITS))).toEqual([problem]));
});
