import type { Env } from '../../platform/config/env.js';

export type DemonstrationWish = 'load' | 'leave' | 'refuse';

interface Facts {
  readonly isEmbedded: boolean;
  /** Nobody and no course is in it. */
  readonly isEmpty: boolean;
  readonly hasDemonstration: boolean;
}

/**
 * Whether the demonstration class is loaded at start: unasked only into an embedded database with nothing in it, and never
 * in production. Asked for beside real people it is refused: its accounts have a password that everybody knows.
 */
export function demonstrationWish(
  { DEMO, NODE_ENV }: Pick<Env, 'DEMO' | 'NODE_ENV'>,
  { isEmbedded, isEmpty, hasDemonstration }: Facts,
): DemonstrationWish {
  if (hasDemonstration || DEMO === false) return 'leave';
  if (DEMO) return isEmpty ? 'load' : 'refuse';
  return isEmbedded && isEmpty && NODE_ENV !== 'production' ? 'load' : 'leave';
}
