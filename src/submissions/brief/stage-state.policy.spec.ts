import type { AttemptSummary } from '../submitted-work.js';
import { stateOf } from './stage-state.policy.js';

const at = (day: number): Date => new Date(Date.UTC(2027, 1, day));
const stage = { opensAt: at(1), dueAt: at(14), closesAt: at(17) };
const attempts = [{} as AttemptSummary];

it.each([
  ['before it opens', 'later', null, new Date(stage.opensAt.getTime() - 1)],
  ['as it opens', 'open', null, stage.opensAt],
  ['in the millisecond of its deadline', 'open', null, stage.dueAt],
  ['a millisecond later', 'late', null, new Date(stage.dueAt.getTime() + 1)],
  ['in the last millisecond of the rule', 'late', null, stage.closesAt],
  ['after that', 'closed', null, at(18)],
  ['with a draft only', 'open', { attempts: [] }, at(3)],
  ['with an attempt', 'handed-in', { attempts }, at(3)],
  ['with an attempt, long after', 'handed-in', { attempts }, at(30)],
])('a stage %s is %s', (_, state, standing, now) => {
  expect(stateOf(stage, standing, now)).toBe(state);
});
