import type { Localised } from '../kernel/localised.js';
import { deckTexts } from './text.js';

/** Where a mistake is told: its line in the file, and what is wrong. */
export type Report = (line: number, reason: Localised) => void;

/** What can be wrong with a deck, in both languages. */
export const deckMessages = deckTexts.inBoth.problems;
