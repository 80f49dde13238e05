import type { AssessmentContent, StageRubric } from '../assessing/assessment.shared.js';
import { changed, panelReducer, type PanelState } from './panel.shared.js';

const words = { fr: '', en: '' };
const level = (key: string, from: number, to: number) => ({ key, name: words, from, to, description: words });
const stageRubric: StageRubric = {
  criteria: [
    { key: 'evidence', title: words, points: 18, levels: [level('A', 16, 18), level('B', 13, 15)] },
    { key: 'coding', title: words, points: 12, levels: [level('A', 11, 12), level('B', 9, 10)] },
  ],
  gate: { key: 'integrity', title: words, levels: [{ key: 'ok', name: words, description: words, consequence: words }] },
};
const untouched = { level: null, points: null, comment: '' };
const empty: AssessmentContent = { criteria: { evidence: untouched, coding: untouched }, gate: { level: null, comment: '' }, comment: '' };
const begin: PanelState = { content: empty, past: [] };
const reduce = panelReducer(stageRubric);
const after = (...actions: Parameters<typeof reduce>[1][]): PanelState => actions.reduce(reduce, begin);
const evidenceOf = ({ content }: PanelState) => content.criteria['evidence'];

it('gives a level the top of its range, since its words are met in full', () => {
  expect(evidenceOf(after({ is: 'level', of: 'evidence', level: 'B' }))).toEqual({ level: 'B', points: 15, comment: '' });
});

it('moves points inside the level, never out of it', () => {
  const down = { is: 'step', of: 'evidence', by: -1 } as const;

  expect(evidenceOf(after({ is: 'level', of: 'evidence', level: 'B' }, down, down, down, down))?.points).toBe(13);
  expect(evidenceOf(after({ is: 'level', of: 'evidence', level: 'B' }, { ...down, by: 1 }))?.points).toBe(15);
});

it('keeps points that were moved when their level is chosen once more', () => {
  const chosen = { is: 'level', of: 'evidence', level: 'A' } as const;

  expect(evidenceOf(after(chosen, { is: 'points', of: 'evidence', points: 16 }, chosen))?.points).toBe(16);
});

it('undoes change by change, and words typed in one go at once', () => {
  const typed = (comment: string) => ({ is: 'comment', of: 'coding', comment }) as const;
  const state = after({ is: 'level', of: 'evidence', level: 'A' }, typed('S'), typed('So'), typed('Soigné.'));

  const once = reduce(state, { is: 'undo' });
  const twice = reduce(once, { is: 'undo' });

  expect(once.content.criteria['coding']?.comment).toBe('');
  expect(evidenceOf(once)?.level).toBe('A');
  expect(twice.content).toEqual(empty);
  expect(reduce(twice, { is: 'undo' })).toEqual(twice);
});

it('takes one criterion of another’s content, the gate, or all of it', () => {
  const theirs = {
    ...empty,
    criteria: { ...empty.criteria, coding: { level: 'B', points: 9, comment: 'Kappa absent.' } },
    gate: { level: 'ok', comment: '' },
  };
  const mine = after({ is: 'level', of: 'evidence', level: 'A' }).content;

  expect(changed(stageRubric, mine, { is: 'take', of: 'coding', from: theirs }).criteria).toEqual({
    ...mine.criteria,
    coding: theirs.criteria.coding,
  });
  expect(changed(stageRubric, mine, { is: 'take', of: 'integrity', from: theirs }).gate.level).toBe('ok');
  expect(changed(stageRubric, mine, { is: 'take-all', from: theirs })).toEqual(theirs);
});

it('says so when a change comes to nothing', () => {
  expect(changed(stageRubric, empty, { is: 'step', of: 'evidence', by: 1 })).toBe(empty);
  expect(changed(stageRubric, empty, { is: 'level', of: 'evidence', level: 'Z' })).toBe(empty);
  expect(changed(stageRubric, empty, { is: 'level', of: 'nowhere', level: 'A' })).toBe(empty);
});
