import { allow, type Decision, refuse } from '../../kernel/decision.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { ItemKind, StudyItem, StudyMark } from './study-items.js';
import { progressTexts } from './text.js';

/** Where somebody stands with one item, and since when it is done. */
export type Completion =
  | { readonly is: 'ahead' }
  | { readonly is: 'opened' }
  /** `itself`: by what was done in it. `by-hand`: the person said so, and may take it back. */
  | { readonly is: 'done'; readonly how: 'itself' | 'by-hand'; readonly at: Date };

type Marked = Pick<StudyMark, 'finishedAt' | 'doneByHandAt'>;

/**
 * What counts as done: a deck once its last slide was seen, a self-check once it was answered, whatever its result. A reading lies
 * elsewhere and a workshop is done in class, so opening them proves nothing: whoever did them says so, as they may of a deck on paper.
 */
export function completionOf(kind: ItemKind, mark: Marked | null): Completion {
  if (!mark) return { is: 'ahead' };
  if (finishes(kind) && mark.finishedAt) return { is: 'done', how: 'itself', at: mark.finishedAt };
  if (mayMark(kind).allowed && mark.doneByHandAt) return { is: 'done', how: 'by-hand', at: mark.doneByHandAt };
  return { is: 'opened' };
}

const finishes = (kind: ItemKind): boolean => kind === 'deck' || kind === 'self-check';

/** Whether an item of this kind may be marked as done by hand. */
export const mayMark = (kind: ItemKind): Decision =>
  kind === 'self-check' ? refuse(progressTexts.inBoth.messages.selfCheckMarksItself) : allow;

/** Only students’ own progress is kept; an archived course keeps it as it was. */
export function mayKeepProgress(actor: CourseActor): Decision {
  if (actor.role !== 'student') return refuse(progressTexts.inBoth.messages.progressOfStudentsOnly);
  if (actor.course.isArchived) return refuse(progressTexts.inBoth.messages.archived);
  return allow;
}

/** How far somebody came with a unit: so many of the items that are asked of everybody. */
export interface UnitProgress {
  readonly done: number;
  readonly of: number;
  readonly stage: 'ahead' | 'begun' | 'done';
}

export function progressOf(items: readonly StudyItem[], standings: ReadonlyMap<string, Completion>): UnitProgress {
  const asked = items.filter(({ isAsked }) => isAsked);
  const done = asked.filter(({ key }) => standings.get(key)?.is === 'done').length;
  const isBegun = items.some(({ key }) => (standings.get(key)?.is ?? 'ahead') !== 'ahead');
  return { done, of: asked.length, stage: asked.length > 0 && done === asked.length ? 'done' : isBegun ? 'begun' : 'ahead' };
}

/** The slide to go on from: none at the beginning, and none once the deck was left at its end or put aside by hand. */
export function slideToResume(mark: Pick<StudyMark, 'slide' | 'doneByHandAt'> | null, slides: number): number | null {
  if (!mark?.slide || mark.doneByHandAt) return null;
  return mark.slide > 1 && mark.slide < slides ? mark.slide : null;
}
