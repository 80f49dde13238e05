import type { Localised } from '../kernel/localised.js';
import { defineTexts } from '../platform/i18n/texts.js';
import { en } from './text.en.js';
import { fr } from './text.fr.js';

export type SubmissionText = typeof fr;
export const submissionTexts = defineTexts({ fr, en });

/** One sentence of the catalogue in both languages: for a refusal, which meets its reader only later. */
export const inBoth = (pick: (texts: SubmissionText) => string): Localised => ({
  fr: pick(submissionTexts.fr),
  en: pick(submissionTexts.en),
});
