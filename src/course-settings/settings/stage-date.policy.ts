/** Moving a deadline later is always kind. One moved earlier, to a moment that is past, shuts out people who are about to hand in. */
export const isTooSudden = (standing: { readonly dueAt: Date }, dueAt: Date, now: Date): boolean => dueAt < standing.dueAt && dueAt <= now;
