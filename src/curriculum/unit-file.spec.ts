import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../platform/config/root.js';
import { readUnit, unitFolder } from './unit-file.js';

const FOLDER = { key: 'web-uses', number: 1 };
const UNIT = `open: true
title: { fr: "Le web : usages", en: "Uses of the web" }
aim:
  fr: Dire ce que la séance rend possible.
  en: Say what the class makes possible.
outcomes:
  - { fr: Choisir, en: Choose }
readings:
  - title: "L'entreprise sans voix : pourquoi ?"
    author: Stephanie Booth
    language: fr
    minutes: 5
    kind: essential
  - { title: "Don't: a guide", author: A, year: 2010, language: en, minutes: 8, url: "https://x.org/a", kind: further }
`;
const told = (text: string) => readUnit(text, 'unit.yaml', FOLDER).problems.map(({ line, reason }) => `${line}: ${reason.en}`);

describe('unit.yaml', () => {
  it('says what the unit is, in the typography of each language', () => {
    const { unit } = readUnit(UNIT, 'unit.yaml', FOLDER);
    expect(unit).toMatchObject({ ...FOLDER, open: true, title: { fr: 'Le web\u00a0: usages', en: 'Uses of the web' } });
    expect(unit?.readings.map(({ title }) => title)).toEqual(['L’entreprise sans voix\u00a0: pourquoi\u202f?', 'Don’t: a guide']);
  });

  it('leaves the deck to everybody unless it says otherwise', () => {
    expect(readUnit(UNIT.replace('open: true\n', ''), 'unit.yaml', FOLDER).unit?.open).toBe(true);
    expect(readUnit(UNIT.replace('true', 'false'), 'unit.yaml', FOLDER).unit?.open).toBe(false);
  });

  it.each([
    ['a missing language', UNIT.replace('  en: Say what the class makes possible.\n', ''), '4: aim.en: this line is missing'],
    ['an unknown key', UNIT.replace('readings:', 'lectures:'), '8: Unrecognized key: “lectures”'],
    [
      'an unknown kind',
      UNIT.replace('kind: essential', 'kind: vital'),
      '13: readings.0.kind: Invalid option: expected one of "essential"|"further"',
    ],
    ['an address that is a program', UNIT.replace('https://x.org/a', 'javascript:alert(1)'), '14: readings.1.url: Invalid URL'],
    [
      'a colon without quotes',
      UNIT.replace('  fr: Dire ce', '  fr: Dire : ce'),
      '4: YAML: Nested mappings are not allowed in compact mappings',
    ],
  ])('is told at its line: %s', (_, text, problem) => expect(told(text)).toEqual([problem]));

  it('takes its number and its key from its folder', () => {
    expect(unitFolder('05-competitive-analysis')).toEqual({ key: 'competitive-analysis', number: 5 });
    expect(['README.md', 'competitive-analysis', '05-', '05-Été', '05-a/../b', '.git'].map(unitFolder)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

const UNITS = readdirSync(join(ROOT, 'slides')).filter((folder) => unitFolder(folder));

describe('the units of the course', () => {
  it('are nine, numbered from 1', () => {
    expect(UNITS.map((folder) => unitFolder(folder)?.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it.each(UNITS)('%s is described without a problem', (folder) => {
    const file = `slides/${folder}/unit.yaml`;
    expect(readUnit(readFileSync(join(ROOT, file), 'utf8'), file, FOLDER).problems).toEqual([]);
  });
});
