import type { Localised } from '../kernel/localised.js';
import { defineTexts } from '../platform/i18n/texts.js';
import { en } from './text.en.js';
import { fr } from './text.fr.js';

export type TeamText = typeof fr;
export const teamTexts = defineTexts({ fr, en });

/** One sentence of the catalogue in both languages: for a refusal, which meets its reader only later. */
export const inBoth = (pick: (texts: TeamText) => string): Localised => ({ fr: pick(teamTexts.fr), en: pick(teamTexts.en) });
