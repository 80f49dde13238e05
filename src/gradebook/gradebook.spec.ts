import type { CourseAssignment, LateRule } from '../assignments/index.js';
import { gradebookOf, workCell } from './gradebook.js';
import type { MarkFacts, WorkFacts } from './gradebook.queries.js';

const late: LateRule = { percent_per_day: 10, days: 3, tokens: 1, token_hours: 24 };
const due = new Date('2027-02-15T04:59:00Z').getTime();
const work = (given: Partial<WorkFacts>): WorkFacts => ({
  stageId: 'g',
  students: ['p'],
  handedInAt: due,
  dueAt: due,
  state: null,
  points: null,
  ...given,
});
const graded = { evidence: 14, coding: 12 };
const mark = { stageId: 'g', students: ['p'], earned: 26, deduction: 2.6, points: 23.4, criteria: graded };

it.each([
  ['handed in', {}, 'to-grade', null],
  ['opened, nothing chosen', { state: 'draft' }, 'to-grade', null],
  ['graded in part', { state: 'draft', points: { evidence: 14 } }, 'draft', null],
  ['finished', { state: 'finished', points: graded }, 'held', 26],
  ['finished, a day late', { state: 'finished', points: graded, handedInAt: due + 1 }, 'held', 23.4],
] as const)('work %s stands in the gradebook as it is', (_, given, state, points) => {
  expect(workCell(work(given), late, 'America/Toronto')).toMatchObject({ state, points });
});

const assignment = {
  content: { spec: { late }, rubric: { criteria: [{ key: 'evidence', stage: 'grid', points: 18, title: { fr: '', en: '' } }] } },
  zone: 'America/Toronto',
  stages: [{ id: 'g', spec: { key: 'grid', points: 30, number: 2 } }],
} as unknown as CourseAssignment;
const student = { id: 'p', sortName: 'Aubin, Rosalie', email: 'r@attrait.test', sectionId: 's', section: '01', team: 'Huard' };
const facts = (given: Partial<MarkFacts>, isComing = false): MarkFacts => ({
  students: [student],
  stages: [{ id: 'g', isPosted: true, isComing }],
  works: [],
  posted: [],
  ...given,
});

it.each([
  ['nothing, before the deadline', facts({}, true), 'coming', null],
  ['nothing, after it', facts({}), 'nothing', null],
  ['a posted mark', facts({ works: [work({ state: 'finished', points: graded })], posted: [mark] }), 'posted', 23.4],
  [
    'a posted mark, then graded otherwise',
    facts({ works: [work({ state: 'draft', points: { evidence: 0 } })], posted: [mark] }),
    'posted',
    23.4,
  ],
  [
    'a mark withheld while others are posted',
    facts({ works: [work({ state: 'finished', points: graded })], posted: [{ ...mark, students: ['q'] }] }),
    'held',
    26,
  ],
  ['only what others handed in', facts({ works: [work({ students: ['q'] })] }), 'nothing', null],
])('a student with %s has a line that says so', (_, given, state, points) => {
  expect(gradebookOf([assignment], given, null).lines[0]!.cells[0]).toMatchObject({ state, points });
});
