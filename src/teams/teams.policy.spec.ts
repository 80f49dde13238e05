import type { CourseActor } from '../platform/security/actor.js';
import type { Team } from './team.js';
import { mayCreate, mayJoin, mayLeave } from './teams.policy.js';

const course = { isArchived: false } as CourseActor['course'];
const student = { id: 'me', role: 'student', sectionIds: ['here'], course } as const;
const assistant = { ...student, role: 'assistant' } as const;
const archived = { ...student, course: { ...course, isArchived: true } };

const team: Team = {
  id: 'team',
  courseId: 'course',
  sectionId: 'here',
  section: '01',
  name: 'Cordo',
  seats: 3,
  lockedAt: null,
  members: [],
};
const people = (count: number): Team['members'] => Array.from({ length: count }, (_, index) => ({ id: `other-${index}`, name: 'Maya' }));
const mine: Team = { ...team, id: 'mine', members: [{ id: 'me', name: 'Inès' }] };
const locked = { lockedAt: new Date(0) };

it.each([
  ['a student, a free seat', student, team, null, true],
  ['a student, the last seat', student, { ...team, members: people(2) }, null, true],
  ['a student, no seat', student, { ...team, members: people(3) }, null, false],
  ['a student, a closed team', student, { ...team, ...locked }, null, false],
  ['a student who has a team', student, team, mine, false],
  ['a student of another section', student, { ...team, sectionId: 'there' }, null, false],
  ['an assistant', assistant, team, null, false],
  ['a student of an archived course', archived, team, null, false],
])('joining: %s', (_, actor, asked, own, allowed) => {
  expect(mayJoin(actor, asked, own).allowed).toBe(allowed);
});

it.each([
  ['a student without a team', student, null, true],
  ['a student with one', student, mine, false],
  ['an assistant', assistant, null, false],
  ['a student of an archived course', archived, null, false],
])('making a team: %s', (_, actor, own, allowed) => {
  expect(mayCreate(actor, own).allowed).toBe(allowed);
});

it.each([
  ['a member', student, mine, true],
  ['a member of a team that has handed in', student, { ...mine, ...locked }, false],
  ['somebody who is not in it', student, team, false],
  ['a member in an archived course', archived, mine, false],
])('leaving: %s', (_, actor, asked, allowed) => {
  expect(mayLeave(actor, asked).allowed).toBe(allowed);
});
