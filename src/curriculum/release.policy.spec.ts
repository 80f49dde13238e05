import type { CourseActor } from '../platform/security/actor.js';
import { isReleased, mayOpenUnit, mayRelease, mayScheduleFor } from './release.policy.js';

/** The second 1:30 of the night when clocks go back in Toronto. */
const opensAt = new Date('2026-11-01T06:30:00.000Z');
const after = (ms: number): Date => new Date(opensAt.getTime() + ms);
const someone = (role: CourseActor['role'], isArchived = false) => ({ role, course: { isArchived } }) as CourseActor;
const [draft, published] = [
  { state: 'draft', opensAt: null },
  { state: 'published', opensAt: null },
] as const;
const scheduled = { state: 'scheduled', opensAt } as const;

it.each([
  ['a draft', draft, 0, false],
  ['a published unit', published, 0, true],
  ['a scheduled unit, an hour before, when clocks show the same', scheduled, -3_600_000, false],
  ['a scheduled unit, a millisecond before', scheduled, -1, false],
  ['a scheduled unit, at its very instant', scheduled, 0, true],
])('%s is open to students: %#', (_, release, ms, isOpen) => {
  expect(isReleased(release, after(ms))).toBe(isOpen);
  expect(mayOpenUnit(someone('student'), release, after(ms)).allowed).toBe(isOpen);
  expect(mayOpenUnit(someone('assistant'), release, after(ms)).allowed).toBe(true);
  expect(mayOpenUnit(someone('lecturer'), release, after(ms)).allowed).toBe(true);
});

it.each([
  ['a lecturer', someone('lecturer'), true],
  ['an assistant', someone('assistant'), false],
  ['a student', someone('student'), false],
  ['a lecturer of an archived course', someone('lecturer', true), false],
])('%s decides on releases: %#', (_, actor, may) => {
  expect(mayRelease(actor).allowed).toBe(may);
});

it.each([
  ['a date to come', draft, -1, true],
  ['this very millisecond', draft, 0, false],
  ['a date gone by', published, 1, false],
  ['the date that was kept, though gone by', scheduled, 1, true],
])('a unit may be scheduled for %s: %#', (_, standing, ms, may) => {
  expect(mayScheduleFor(opensAt, standing, after(ms)).allowed).toBe(may);
});
