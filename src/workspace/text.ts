import { defineTexts } from '../platform/i18n/texts.js';
import { en } from './text.en.js';
import { fr } from './text.fr.js';

export const workspaceTexts = defineTexts({ fr, en });
