import type { Text } from './text.fr.js';

export const en: Text = {
  title: 'Slides, French and English',
  lede: 'Both versions of each unit, side by side. Nothing is edited here: each deck lives in its file, named below.',
  course: 'Course',
  module: (number, title) => `${number}. ${title}`,
  columns: { language: 'Language', slides: 'Slides', changed: 'Last change', pdf: 'PDF', file: 'File' },
  languages: { fr: 'French', en: 'English' },
  sources: { commits: 'as the commits say', disk: 'as the file’s date says' },
  unwritten: 'not written yet',
  unknown: 'not known',
  pages: (pages) => `${pages} pages`,
  pdfs: { made: 'ready', waiting: 'waiting', failed: 'could not be made', 'no-browser': 'no browser on the server' },
  same: 'Both decks have the same slides, lists, figures and tables.',
  differ: (count) => (count === 1 ? 'One difference' : `${count} differences`),
  difference: 'Difference',
  slides: 'Slides',
  slideIn: { fr: (number) => `French, slide ${number}`, en: (number) => `English, slide ${number}` },
  line: (line) => `line ${line}`,
  behind: {
    fr: 'The English deck changed after the French one. Read the French one again.',
    en: 'The French deck changed after the English one. Read the English one again.',
  },
  files: 'Files of the unit',
  mistakes: 'Some files of this unit hold mistakes; their last good version stays on show.',
};
