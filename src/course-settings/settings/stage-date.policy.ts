/** Moving a deadline later is always kind. One moved earlier, to a moment that is past, closes the door on people who stand in it. */
export const isTooSudden = (standing: { readonly dueAt: Date }, dueAt: Date, now: Date): boolean => dueAt < standing.dueAt && dueAt <= now;
