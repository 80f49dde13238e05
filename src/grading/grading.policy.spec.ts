import type { CourseActor, CourseRole } from '../platform/security/actor.js';
import { isToBePosted, mayGrade, mayPost } from './grading.policy.js';

const course = {
  id: 'c',
  slug: 'c',
  title: { fr: '', en: '' },
  term: { fr: '', en: '' },
  timeZone: 'America/Toronto',
  isDemonstration: false,
  isArchived: false,
};
const actor = (role: CourseRole, sectionIds: readonly string[], isArchived = false): CourseActor => ({
  id: role,
  name: role,
  email: '',
  language: null,
  isAdmin: false,
  shortcutsEnabled: true,
  role,
  sectionIds,
  course: { ...course, isArchived },
});

it.each([
  ['an assistant of the section', actor('assistant', ['one']), true],
  ['an assistant of another', actor('assistant', ['two']), false],
  ['an assistant of none', actor('assistant', []), false],
  ['the lecturer', actor('lecturer', ['one', 'two']), true],
  ['a student of the section', actor('student', ['one']), false],
  ['the lecturer, once the course is archived', actor('lecturer', ['one'], true), false],
])('%s may grade its items: %s', (_, who, may) => {
  expect(mayGrade(who, { sectionId: 'one' }).allowed).toBe(may);
});

it.each([
  ['the lecturer', actor('lecturer', ['one']), true],
  ['an assistant', actor('assistant', ['one']), false],
  ['a student', actor('student', ['one']), false],
  ['the lecturer, once the course is archived', actor('lecturer', ['one'], true), false],
])('%s may post marks: %s', (_, who, may) => {
  const decision = mayPost(who);
  expect(decision.allowed).toBe(may);
  if (!decision.allowed) for (const sentence of Object.values(decision.because)) expect(sentence).toMatch(/\.$/);
});

it.each([
  ['not begun', null, 'unfinished'],
  ['a draft', { state: 'draft', gateLevel: 'ok' }, 'unfinished'],
  ['a draft in doubt', { state: 'draft', gateLevel: 'serious' }, 'unfinished'],
  ['finished', { state: 'finished', gateLevel: 'ok' }, 'yes'],
  ['finished, with a detail to mend', { state: 'finished', gateLevel: 'minor' }, 'yes'],
  ['in doubt', { state: 'finished', gateLevel: 'serious' }, 'withheld'],
  ['found to be fraud', { state: 'finished', gateLevel: 'fraud' }, 'withheld'],
] as const)('work that is %s is posted: %s', (_, assessment, verdict) => {
  expect(isToBePosted(assessment)).toBe(verdict);
});
