export const SHOWN = ['todo', 'mine', 'all'] as const;
/** Which items a person wants to see: those to grade, those they have worked on, or every team. */
export type Shown = (typeof SHOWN)[number];
