import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../platform/config/root.js';
import { AssignmentLibrary } from './content.js';
import { type AssignmentTexts, readAssignment } from './read-assignment.js';

const KEY = 'competitive-analysis';
const text = (file: string): string => readFileSync(join(ROOT, 'assignments', KEY, file), 'utf8');
const SOUND: AssignmentTexts = {
  key: KEY,
  assignment: text('assignment.yaml'),
  rubric: text('rubric.yaml'),
  worksheet: text('worksheet.yaml'),
  brief: { fr: text('brief.fr.md'), en: text('brief.en.md') },
};
const told = (changed: Partial<AssignmentTexts>) =>
  readAssignment({ ...SOUND, ...changed }).problems.map(({ file, line, reason }) => `${file}:${line} ${reason.en} | ${reason.fr}`);
const lineOf = (source: string, part: string): number => source.slice(0, source.indexOf(part)).split('\n').length;

describe('the assignments of this course', () => {
  it('are read without a problem', () => {
    const library = new AssignmentLibrary();
    expect(library.problems()).toEqual([]);
    expect(library.find(KEY)?.spec.stages).toHaveLength(4);
    expect(library.find('metaverse')).toBeNull();
  });
});

describe('a folder of assignments', () => {
  it('tells a mistake at its line, in both languages, and is left out', () => {
    const assignment = SOUND.assignment!.replace(/^weight: .*$/m, 'weight: heavy');
    const at = `assignments/${KEY}/assignment.yaml:${lineOf(assignment, 'weight: heavy')}`;
    expect(told({ assignment })).toEqual([
      expect.stringMatching(new RegExp(`^${at} weight: Invalid input: expected number.* \\| weight\u00a0: (?!Invalid)`)),
    ]);
    expect(readAssignment({ ...SOUND, assignment }).content).toBeNull();
  });

  it('tells a rubric that does not add up to its stages', () => {
    const assignment = SOUND.assignment!.replace(/^ {4}points: (\d+)$/m, (_, points) => `    points: ${Number(points) + 1}`);
    expect(assignment).not.toBe(SOUND.assignment);
    expect(told({ assignment })).toEqual([
      expect.stringMatching(/rubric\.yaml:1 the criteria of \w+ add up to .* \| les critères de \w+ font/),
    ]);
  });

  it('is shown without its worksheet where that holds a mistake, or is not there', () => {
    const worksheet = SOUND.worksheet!.replace('stage: grid', 'stage: grids');
    expect(told({ worksheet })).toEqual([
      `assignments/${KEY}/worksheet.yaml:${lineOf(worksheet, 'stage: grids')} sections.3.stage: no stage is called grids | sections.3.stage\u00a0: aucune étape ne s’appelle grids`,
    ]);
    expect(readAssignment({ ...SOUND, worksheet }).content).toMatchObject({ key: KEY, worksheet: null });
    expect(readAssignment({ ...SOUND, worksheet: null })).toMatchObject({ content: { worksheet: null }, problems: [] });
    expect(readAssignment(SOUND).content?.worksheet?.sections).toHaveLength(21);
  });

  it('tells which file is missing', () => {
    expect(told({ brief: { fr: SOUND.brief.fr, en: null } })).toEqual([
      `assignments/${KEY}/brief.en.md:1 This file is missing: the assignment is not shown. | Ce fichier manque\u00a0: le travail n’est pas montré.`,
    ]);
    expect(told({ rubric: null })).toEqual([expect.stringContaining('rubric.yaml:1 This file is missing')]);
  });
});
