import type { Lang, Localised } from '../../kernel/localised.js';

export const COURSE_ROLES = ['student', 'assistant', 'lecturer'] as const;
export type CourseRole = (typeof COURSE_ROLES)[number];

/** Who is signed in, on any page. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Lang | null;
  readonly isAdmin: boolean;
  readonly shortcutsEnabled: boolean;
}

/** Who is signed in, on a page of a course in which they are enrolled. */
export interface CourseActor extends Actor {
  readonly course: CourseRef;
  readonly role: CourseRole;
  /** The sections whose people and work this person may see: a student's own, an assistant's, all of them for a lecturer. */
  readonly sectionIds: readonly string[];
}

export interface CourseRef {
  readonly id: string;
  readonly slug: string;
  readonly title: Localised;
  readonly term: Localised;
  readonly timeZone: string;
  readonly isDemonstration: boolean;
  readonly isArchived: boolean;
}

export const isStaff = (actor: CourseActor): boolean => actor.role !== 'student';
/**
 * Those who teach may look at a page as a student finds it: one without section, team or work, to whom the same policies apply.
 * Anybody else stays who they are. For reading alone.
 */
export const seenAs = (actor: CourseActor, wanted: unknown): CourseActor =>
  wanted === 'student' && isStaff(actor) ? { ...actor, role: 'student', sectionIds: [] } : actor;

export const isCourseActor = (actor: Actor | null | undefined): actor is CourseActor => Boolean(actor && 'role' in actor);
