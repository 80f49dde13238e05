import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../platform/config/root.js';
import { readWorksheet } from './read-worksheet.js';

/** Another assignment than ours, with rows of its own: nothing in the code knows its words. */
const SMALL = `version: "0.1"
title: { fr: Marché, en: Market }
conventions:
  time_zone: America/Toronto
  not_observable: { sections: [B] }
  evidence_ids: { sections: [B], refers_to: proofs.number }
  note: { sections: [B], max_length: 80 }
repeats:
  visit: { once: true }
  stall: { add: { fr: Ajouter un étal, en: Add a stall }, identified_by: [name], named_by: [name] }
  taste: { add: { fr: Ajouter un goût, en: Add a taste }, within: tastes.stall, named_by: [what] }
  proof: { add: { fr: Ajouter une preuve, en: Add a proof }, identified_by: [number] }
options:
  kind:
    - { key: fruit, fr: Fruits, en: Fruit }
    - { key: cheese, fr: Fromages, en: Cheese, help: { fr: "Au lait cru : oui.", en: Raw milk too. } }
  word: { defined_in: visit.words }
sections:
  - key: visit
    letter: A
    title: { fr: Visite, en: Visit }
    repeat: visit
    stage: visit
    fields:
      - { key: day, label: { fr: Jour, en: Day }, type: date, validation: { required: true } }
      - { key: until, label: { fr: Fin, en: End }, type: date, validation: { equals: day + 2 days } }
      - key: words
        label: { fr: Mots, en: Words }
        type: list
        validation: { min_items: 2, exactly_one_with: { kind: cheese } }
        fields:
          - { key: name, label: { fr: Mot, en: Word }, type: text, validation: { required: true } }
          - { key: kind, label: { fr: Sorte, en: Kind }, type: enum, options: kind }
          - { key: weight, label: { fr: Poids, en: Weight }, type: int }
      - { key: spread, label: { fr: Écart, en: Spread }, type: computed, formula: sd(words.weight) }
  - key: stalls
    letter: B
    title: { fr: Étals, en: Stalls }
    repeat: stall
    stage: visit
    count: { min: 2, max: 4 }
    fields:
      - { key: name, label: { fr: Nom, en: Name }, type: text, validation: { required: true, unique: true } }
      - { key: kind, label: { fr: Sorte, en: Kind }, type: enum, options: kind }
      - { key: price, label: { fr: Prix, en: Price }, type: decimal, unit: { fr: $, en: $ }, validation: { min: 0, max: 100, required_if: { kind: cheese } } }
      - { key: seen, label: { fr: Vu le, en: Seen on }, type: date, validation: { min: visit.day, max: visit.until } }
      - { key: look, label: { fr: Allure, en: Look }, type: scale, scale: { min: 0, max: 3, anchors: look } }
      - { key: share, label: { fr: Part, en: Share }, type: computed, formula: price / sum(price) * 100, n: count(stalls) }
      - { key: liked, label: { fr: Goût, en: Taste }, type: computed, formula: mean(tastes.mark where again = true), interval: "wilson95(count(tastes.again where again = true), count(tastes))" }
  - key: tastes
    letter: C
    title: { fr: Goûts, en: Tastes }
    repeat: taste
    stage: report
    fields:
      - { key: stall, label: { fr: Étal, en: Stall }, type: ref, validation: { required: true, refers_to: stalls.name } }
      - { key: what, label: { fr: Quoi, en: What }, type: enum, options: word }
      - { key: mark, label: { fr: Note, en: Mark }, type: int, validation: { min: 0, max: 10 } }
      - { key: again, label: { fr: Encore, en: Again }, type: bool }
      - { key: dearest, label: { fr: Le plus cher, en: Dearest }, type: computed, scope: stall, formula: stalls.share / 2 }
  - key: proofs
    letter: D
    title: { fr: Preuves, en: Proofs }
    repeat: proof
    stage: visit
    fields:
      - { key: number, label: { fr: Numéro, en: Number }, type: text, numbered: { prefix: E, digits: 2, from: 1 } }
checks:
  - { number: 1, key: enough, severity: refuse, rule: requires, each: [{ then: count(stalls where kind != cheese) >= 1 }], fr: Il faut un étal sans fromage., en: One stall without cheese is needed. }
  - { number: 2, key: unproven, severity: amber, rule: evidence, types: [decimal], blocks: { stage: report, above_percent: 5, criterion: care }, fr: Sans preuve., en: Without proof. }
codebook:
  - { options: kind, rules: [{ key: fruit, fr: Pousse., en: Grows. }] }
anchors:
  - { key: look, title: { fr: Allure, en: Look }, levels: { 0: { fr: triste, en: sad }, 3: { fr: gai, en: gay } }, formula: "clamp(stalls.price / 10, 0, 3)" }
`;

const FILE = 'assignments/market/worksheet.yaml';
const AMONG = { stages: ['visit', 'report'], criteria: ['care'] };
const read = (text: string) => readWorksheet(text, FILE, AMONG);
const told = (text: string) => read(text).problems.map(({ line, reason }) => ({ line, reason: reason.en }));
const lineOf = (text: string, part: string): number => text.slice(0, text.lastIndexOf(part)).split('\n').length;

describe('a schema of a worksheet', () => {
  const { value, problems } = read(SMALL);
  const field = (id: string) => value?.sections.flatMap(({ fields }) => fields).find((one) => one.id === id);

  it('is read without the code knowing its words', () => {
    expect(problems).toEqual([]);
    expect(value?.repeats.map(({ key, section, within }) => [key, section, within])).toEqual([
      ['visit', 'visit', null],
      ['stall', 'stalls', { repeat: 'visit', by: null }],
      ['taste', 'tastes', { repeat: 'stall', by: 'tastes.stall' }],
      ['proof', 'proofs', { repeat: 'visit', by: null }],
    ]);
    expect(value?.options['word']).toEqual({ kind: 'defined', in: 'visit.words' });
    expect(field('visit.words')).toMatchObject({
      of: 'entries',
      fields: [{ id: 'visit.words.name' }, { options: 'kind' }, { type: 'int' }],
    });
    expect(field('tastes.stall')).toMatchObject({ to: { kind: 'row', repeat: 'stall', field: 'stalls.name' } });
    expect(field('tastes.dearest')).toMatchObject({ section: 'tastes', repeat: 'stall', result: 'number' });
  });

  it('writes its conventions onto the fields of their sections, and not onto computed ones', () => {
    expect(field('stalls.price')).toMatchObject({ evidence: 'proofs.number', noteLength: 80, mayBeUnobservable: true });
    expect(field('stalls.share')).toMatchObject({ evidence: null, noteLength: null, mayBeUnobservable: false });
    expect(field('tastes.mark')).toMatchObject({ evidence: null, noteLength: null, mayBeUnobservable: false });
  });

  it('says which fields and rows a rule or a formula is about', () => {
    expect(field('stalls.price')?.validation).toEqual({
      min: { value: 0 },
      max: { value: 100 },
      required: { if: { field: 'stalls.kind', is: { value: 'cheese' } } },
    });
    expect(field('stalls.seen')?.validation).toEqual({ min: { field: 'visit.day' }, max: { field: 'visit.until' } });
    expect(field('visit.until')?.validation).toEqual({ equals: { field: 'visit.day', days: 2 } });
    expect(field('visit.spread')).toMatchObject({ formula: { name: 'sd', rows: { repeat: 'visit', list: 'visit.words', where: null } } });
    expect(field('stalls.liked')).toMatchObject({
      formula: {
        name: 'mean',
        of: { field: 'tastes.mark' },
        rows: { repeat: 'taste', where: [{ left: { field: 'tastes.again' }, right: { value: 'true' } }] },
      },
    });
    expect(value?.anchors[0]?.suggests).toMatchObject({ repeat: 'stall', formula: { name: 'clamp' } });
    expect(value?.checks[0]).toMatchObject({ each: [{ repeat: 'visit', when: null }] });
  });

  it('is plain JSON in the typography of each language', () => {
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    expect(value?.options['kind']).toMatchObject({ options: [{}, { help: { fr: 'Au lait cru\u00a0: oui.' } }] });
  });
});

describe('a mistake in a schema', () => {
  it.each([
    ['a word that its type does not take', 'type: bool }', 'type: bool, options: kind }', /Unrecognized key: “options”/],
    ['a language that is missing', '{ fr: Encore, en: Again }', '{ fr: Encore }', /label\.en: this line is missing/],
    ['a parameter of another type', 'anchors: look }', 'anchors: 3 }', /anchors: Invalid input/],
    [
      'a rule that its type does not take',
      'validation: { min: 0, max: 10 }',
      'validation: { min: 0, pattern: x }',
      /Unrecognized key: “pattern”/,
    ],
    ['a type that there is not', 'type: scale,', 'type: scales,', /type/],
    ['a key used twice', '{ key: again,', '{ key: what,', /the key what is used twice/],
    ['a letter used twice', 'letter: D', 'letter: C', /the letter C is used twice/],
    ['an option used twice', '{ key: cheese, fr: From', '{ key: fruit, fr: From', /the choice fruit is there twice/],
    ['the state of a cell as an option', '{ key: fruit, fr: Fruits', '{ key: not_observable, fr: Fruits', /“not_observable” is no choice/],
    ['a stage that there is not', 'stage: report\n', 'stage: reports\n', /no stage is called reports/],
    ['a criterion that there is not', 'criterion: care', 'criterion: cares', /no criterion is called cares/],
    ['a kind of row that there is not', 'repeat: taste\n', 'repeat: tasting\n', /no kind of row is called tasting/],
    ['options that there are not', 'type: enum, options: word', 'type: enum, options: words', /no list of choices is called words/],
    ['an anchor that there is not', 'anchors: look }', 'anchors: looks }', /no anchor is called looks/],
    ['a section that there is not', 'evidence_ids: { sections: [B]', 'evidence_ids: { sections: [X]', /no section has the letter X/],
    ['a reference to no field', 'refers_to: stalls.name', 'refers_to: stalls.title', /no field is called stalls\.title/],
    ['a bound by no field', 'min: visit.day', 'min: visit.dawn', /no field is called visit\.dawn/],
    ['a bound of another kind', 'min: visit.day', 'min: look', /date is expected here, and this is number/],
    ['a bound in another row', 'min: visit.day', 'min: tastes.mark', /number|neither of the same row/],
    ['a condition that can never be', 'required_if: { kind: cheese }', 'required_if: { kind: chees }', /chees is not a choice of/],
    ['a range upside down', 'validation: { min: 0, max: 10 }', 'validation: { min: 11, max: 10 }', /the minimum is over the maximum/],
    ['a scope beside the row', 'scope: stall,', 'scope: proof,', /lie within no row proof/],
    ['a formula that does not end', 'sum(price) * 100', 'sum(price) *', /the formula stops before its end/],
    ['a formula that cannot be read', 'sum(price) * 100', 'sum(price) ** 100', /cannot be read from “\*” on, at character 21/],
    ['a formula with code', 'formula: price / sum(price) * 100', 'formula: "price[0]"', /cannot be read from “\[” on/],
    ['a formula of no field', 'formula: price / sum(price)', 'formula: prize / sum(price)', /no field is called prize/],
    ['a formula of no function', 'sum(price) * 100', 'total(price) * 100', /no function is called total/],
    ['a formula with many values for one', 'price / sum(price) * 100', 'price / tastes.mark', /tastes\.mark has several values here/],
    ['a sum of words', 'sum(price) * 100', 'sum(kind) * 100', /number is expected here, and this is word/],
    ['a function inside another', 'sum(price) * 100', 'sum(price / count(tastes)) * 100', /count cannot stand inside another/],
    ['a function with too few terms', 'clamp(stalls.price / 10, 0, 3)', 'clamp(stalls.price / 10, 3)', /terms that clamp takes: 3/],
    ['an option in a formula that there is not', 'where kind != cheese', 'where kind != chees', /chees is not a choice of kind/],
    ['an interval for a value', 'formula: price / sum(price) * 100', 'formula: "wilson95(1, 2)"', /a computed field cannot be interval/],
    ['a circle', 'formula: stalls.share / 2', 'formula: tastes.dearest / 2', /in a circle: tastes\.dearest → tastes\.dearest/],
    [
      'a list of nothing',
      'word: { defined_in: visit.words }',
      'word: { defined_in: visit.day }',
      /no list with fields is called visit\.day/,
    ],
    ['a rule of the codebook for no option', 'rules: [{ key: fruit', 'rules: [{ key: fruits', /fruits is not a choice of kind/],
    ['an hour of nowhere', 'America/Toronto', 'America/Trois-Rivieres', /no such time zone/],
  ])('is told at its line: %s', (_, sound, wrong, reason) => {
    const text = SMALL.replace(sound, wrong);
    expect(text).not.toBe(SMALL);
    expect(told(text)).toContainEqual({ line: lineOf(text, wrong.trim()), reason: expect.stringMatching(reason) });
    expect(read(text).value).toBeNull();
  });

  it('finds a circle of several', () => {
    const text = SMALL.replace('formula: price / sum(price) * 100', 'formula: tastes.dearest').replace('n: count(stalls) ', '');
    expect(told(text)).toEqual([
      { line: lineOf(text, 'key: share'), reason: expect.stringContaining('stalls.share → tastes.dearest → stalls.share') },
    ]);
  });

  it('does not hide another, nor make one where there is none', () => {
    const text = SMALL.replace('type: decimal, unit', 'type: decimals, unit')
      .replace('options: word }', 'options: words }')
      .replace('{ fr: Vu le, en: Seen on }', '{ fr: Vu le }');
    expect(told(text).map(({ line }) => line)).toEqual([lineOf(text, 'decimals'), lineOf(text, 'Vu le'), lineOf(text, 'options: words')]);
  });

  it('tells a text that is no YAML, or nothing at all', () => {
    expect(told('a: [')).toEqual([{ line: 1, reason: expect.stringMatching(/^YAML: /) }]);
    expect(told('').length).toBeGreaterThan(0);
    expect(told('- 1').length).toBeGreaterThan(0);
  });
});

describe('the worksheet of the competitive analysis', () => {
  const text = readFileSync(join(ROOT, 'assignments/competitive-analysis/worksheet.yaml'), 'utf8');
  const { value, problems } = readWorksheet(text, 'worksheet.yaml', { stages: null, criteria: null });

  it('has all of its sections, and its twelve checks', () => {
    expect(problems).toEqual([]);
    expect(value?.sections.map(({ letter }) => letter).join('')).toBe('ABCDEFGHIJKLMNOPQRSTU');
    expect(value?.checks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});
