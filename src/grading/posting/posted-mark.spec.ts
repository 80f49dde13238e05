import type { AssessmentContent, StageRubric } from '../assessing/assessment.shared.js';
import { markOf } from './posted-mark.js';

const words = (text: string) => ({ fr: text, en: text });
const level = (key: string, from: number, to: number) => ({ key, name: words(key), from, to, description: words(`${key} words`) });
const gateLevel = (key: string) => ({ key, name: words(key), description: words(`${key} words`), consequence: words(`${key} follows`) });
const stageRubric: StageRubric = {
  criteria: [
    { key: 'evidence', title: words('Evidence'), points: 18, levels: [level('A', 16, 18), level('B', 13, 15)] },
    { key: 'coding', title: words('Coding'), points: 12, levels: [level('A', 11, 12)] },
  ],
  gate: { key: 'integrity', title: words('Integrity'), levels: [gateLevel('ok'), gateLevel('minor')] },
};
const content: AssessmentContent = {
  criteria: { evidence: { level: 'B', points: 14, comment: 'Two without a date.' }, coding: { level: 'A', points: 12, comment: '' } },
  gate: { level: 'minor', comment: 'One reference.' },
  comment: 'Careful work.',
};
const rule = { percent_per_day: 10, days: 3, tokens: 1, token_hours: 24 };
const due = new Date('2027-02-15T04:59:00Z');
const zone = 'America/Toronto';
const markAfter = (hours: number, given = content) =>
  markOf(
    { stageRubric, rubricVersion: 2, content: given, handedInAt: new Date(due.getTime() + hours * 3_600_000), dueAt: due, zone },
    rule,
  );

it('holds every word it was given with, and the version of the rubric', () => {
  expect(markAfter(0)).toEqual({
    earned: 26,
    deduction: 0,
    points: 26,
    content: {
      criteria: [
        {
          key: 'evidence',
          title: words('Evidence'),
          points: 14,
          outOf: 18,
          comment: 'Two without a date.',
          level: { key: 'B', name: words('B'), description: words('B words') },
        },
        {
          key: 'coding',
          title: words('Coding'),
          points: 12,
          outOf: 12,
          comment: '',
          level: { key: 'A', name: words('A'), description: words('A words') },
        },
      ],
      gate: {
        title: words('Integrity'),
        name: words('minor'),
        description: words('minor words'),
        consequence: words('minor follows'),
        comment: 'One reference.',
      },
      comment: 'Careful work.',
      outOf: 30,
      late: null,
      rubricVersion: 2,
    },
  });
});

it('names no consequence where the gate asks nothing', () => {
  expect(markAfter(0, { ...content, gate: { level: 'ok', comment: '' } }).content.gate.consequence).toBeNull();
});

it.each([
  [0, 0, 26, null],
  [0.001, 2.6, 23.4, 1],
  [24, 2.6, 23.4, 1],
  [24.001, 5.2, 20.8, 2],
  [72, 7.8, 18.2, 3],
  [73, 26, 0, 4],
])('handed in %s hours late it loses %s points and comes to %s', (hours, deduction, points, days) => {
  const mark = markAfter(hours);

  expect([mark.deduction, mark.points, mark.content.late?.days ?? null]).toEqual([deduction, points, days]);
  expect(mark.points).toBe(Math.round((mark.earned - mark.deduction) * 1000) / 1000);
});
