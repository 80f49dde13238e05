import type { Localised } from './localised.js';

export type ErrorKind = 'not-found' | 'forbidden' | 'conflict' | 'invalid' | 'too-large' | 'too-many' | 'unavailable';

/** A refusal the product foresees, with its sentence for the person. Anything that is not a DomainError is a defect. */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly sentence: Localised,
    /** When to try again, in seconds, where waiting helps. */
    readonly retryAfter?: number,
  ) {
    super(sentence.en);
    this.name = new.target.name;
  }
}
