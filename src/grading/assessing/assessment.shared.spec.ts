import { type AssessmentContent, isSameContent, pointsWithin, type StageRubric, tallyOf } from './assessment.shared.js';

const words = { fr: '', en: '' };
const stageRubric: StageRubric = {
  criteria: ['evidence', 'coding'].map((key) => ({
    key,
    title: words,
    points: 18,
    levels: [{ key: 'A', name: words, from: 16, to: 18, description: words }],
  })),
  gate: { key: 'integrity', title: words, levels: [{ key: 'ok', name: words, description: words, consequence: words }] },
};
const judgement = (points: number | null, comment = '') => ({ level: points === null ? null : 'A', points, comment });
const content = (evidence: number | null, coding: number | null, gate: string | null): AssessmentContent => ({
  criteria: { evidence: judgement(evidence), coding: judgement(coding) },
  gate: { level: gate, comment: '' },
  comment: '',
});

it.each([
  [16, 18, [18, 17, 16]],
  [8, 8, [8]],
  [0, 2, [2, 1, 0]],
  [2.5, 4, [4, 3, 2.5]],
  [2.5, 3.5, [3.5, 3, 2.5]],
  [2.5, 2.75, [2.75, 2.5]],
])('a level from %s to %s points offers %j', (from, to, points) => {
  expect(pointsWithin({ from, to })).toEqual(points);
});

it.each([
  ['nothing', content(null, null, null), { earned: 0, outOf: 0, lacking: ['evidence', 'coding', 'integrity'] }],
  ['one criterion', content(16.1, null, 'ok'), { earned: 16.1, outOf: 18, lacking: ['coding'] }],
  ['all but the gate', content(16.1, 17.2, null), { earned: 33.3, outOf: 36, lacking: ['integrity'] }],
  ['everything', content(0, 17, 'ok'), { earned: 17, outOf: 36, lacking: [] }],
])('with %s judged, the sum and what is left are known', (_, given, standing) => {
  expect(tallyOf(stageRubric, given)).toEqual(standing);
});

it('takes two contents for the same by what they say, not by the order it was written in', () => {
  const { evidence, coding } = content(16, 17, 'ok').criteria as Record<'evidence' | 'coding', ReturnType<typeof judgement>>;
  const one: AssessmentContent = { comment: '', gate: { comment: '', level: 'ok' }, criteria: { coding, evidence } };

  expect(isSameContent(one, content(16, 17, 'ok'))).toBe(true);
  expect(isSameContent(one, content(16, 16, 'ok'))).toBe(false);
  expect(isSameContent(one, content(16, 17, null))).toBe(false);
  expect(isSameContent(one, { ...content(16, 17, 'ok'), comment: ' ' })).toBe(false);
  expect(isSameContent(one, { ...one, criteria: { evidence } })).toBe(false);
});
