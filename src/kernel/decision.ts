import type { Localised } from './localised.js';

/** The answer of a policy: may this person do this, and if not, why, in a sentence they can read. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly because: Localised };

export const allow: Decision = { allowed: true };
export const refuse = (because: Localised): Decision => ({ allowed: false, because });
