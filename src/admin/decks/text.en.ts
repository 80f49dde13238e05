import { englishS as s } from '../../kernel/plural.js';
import type { Text } from './text.fr.js';

export const en: Text = {
  title: 'PDF of the slides',
  lede: 'One file for each unit and language, made ahead of time, one after the other, as soon as slides change.',
  progress: (made, all) => `${made} of ${all}`,
  progressLabel: (made, all) => `${made} of ${all} file${s(all)} made`,
  rebuild: 'Rebuild all',
  rebuilt: 'All were asked for again. The files that exist are served until the new ones replace them.',
  noBrowser:
    'This machine has no Chromium: no PDF is made. Install Chromium or Chrome, or name one in CHROMIUM_PATH. Until then, pages offer the print view.',
  refresh: 'Refresh this page',
  kept: 'Files of replaced versions stay in the store: slides that go back to what they were find theirs again.',
  none: 'No slides are written.',
  columns: { unit: 'Unit', language: 'Language', state: 'State', pages: 'Pages', size: 'Size', made: 'Made' },
  languages: { fr: 'French', en: 'English' },
  states: { made: 'Ready', waiting: 'Waiting', failed: 'Failed', 'no-browser': 'No browser' },
  open: (title, language) => `PDF of “${title}”, ${language}`,
};
