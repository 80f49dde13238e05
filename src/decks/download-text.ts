import { defineTexts } from '../platform/i18n/texts.js';
import { en } from './download-text.en.js';
import { fr } from './download-text.fr.js';

export const downloadTexts = defineTexts({ fr, en });
