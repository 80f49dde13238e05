import type { LateRule } from '../assignments/index.js';
import { cellOf } from './gradebook.js';
import type { MarkRow } from './gradebook.queries.js';

const rule: LateRule = { percent_per_day: 10, days: 3, tokens: 1, token_hours: 24 };
const due = new Date('2027-02-15T04:59:00Z');
const row = (given: Partial<MarkRow>): MarkRow => ({
  ...{ personId: 'p', sortName: 'Aubin, Rosalie', email: 'r@attrait.test', sectionId: 's', section: '01', team: 'Huard', stageId: 'g' },
  ...{ isPosted: false, isComing: false, handedInAt: due, dueAt: due, state: null, points: {}, posted: null },
  ...given,
});
const graded = { evidence: 14, coding: 12 };
const posted = { earned: 26, deduction: 2.6, points: 23.4, criteria: graded };

it.each([
  ['to come', { handedInAt: null, dueAt: null, isComing: true }, 'coming', null],
  ['without an attempt', { handedInAt: null, dueAt: null }, 'nothing', null],
  ['handed in', {}, 'to-grade', null],
  ['opened, nothing chosen', { state: 'draft' }, 'to-grade', null],
  ['graded in part', { state: 'draft', points: { evidence: 14 } }, 'draft', null],
  ['finished', { state: 'finished', points: graded }, 'held', 26],
  ['finished, a day late', { state: 'finished', points: graded, handedInAt: new Date(due.getTime() + 1) }, 'held', 23.4],
  ['posted', { state: 'finished', points: graded, isPosted: true, posted }, 'posted', 23.4],
  ['posted, then graded otherwise', { state: 'draft', points: { evidence: 0 }, isPosted: true, posted }, 'posted', 23.4],
  ['withheld while others are posted', { state: 'finished', points: graded, isPosted: true }, 'held', 26],
] as const)('work %s stands in the gradebook as it is', (_, given, state, points) => {
  expect(cellOf(row(given), rule, 'America/Toronto')).toMatchObject({ state, points });
});
