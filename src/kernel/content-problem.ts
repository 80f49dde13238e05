import type { Localised } from './localised.js';

/** A mistake in a file of `slides/` or `assignments/`, for the person who can mend it. */
export interface ContentProblem {
  /** Its path from the project's folder. */
  readonly file: string;
  readonly line: number;
  readonly reason: Localised;
}
