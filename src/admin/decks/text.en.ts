import type { Text } from './text.fr.js';

export const en: Text = {
  title: 'PDF of the slides',
  lede: 'One file a unit and language, made ahead of time, one after the other, as soon as slides change.',
  progress: (made, all) => `${made} of ${all}`,
  progressLabel: (made, all) => `${made} files made of ${all}`,
  rebuild: 'Make all anew',
  rebuilt: 'All were asked for again. The files there are go on being served until the new ones take their place.',
  noBrowser:
    'This machine has no Chromium: no PDF is made. Install Chromium or Chrome, or name one in CHROMIUM_PATH. Until then, pages offer the view to print.',
  refresh: 'Refresh this page',
  kept: 'The files of versions that were replaced stay among the blobs: slides that go back to what they were find theirs again.',
  none: 'No slides are written.',
  columns: { unit: 'Unit', language: 'Language', state: 'State', pages: 'Pages', size: 'Size', made: 'Made' },
  languages: { fr: 'French', en: 'English' },
  states: { made: 'Ready', waiting: 'Waiting', failed: 'Failed', 'no-browser': 'No browser' },
  open: (title, language) => `PDF of “${title}”, ${language}`,
};
