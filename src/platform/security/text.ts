import { defineTexts } from '../i18n/texts.js';
import { en } from './text.en.js';
import { fr } from './text.fr.js';

export const securityTexts = defineTexts({ fr, en });
