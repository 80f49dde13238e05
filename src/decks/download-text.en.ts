import type { Text } from './download-text.fr.js';

export const en: Text = {
  download: 'Download',
  ways: { pdf: 'PDF', markdown: 'Markdown', transcript: 'Text of the slides', print: 'Print' },
  hints: {
    pdf: 'one page per slide',
    markdown: 'source file, without the notes',
    transcript: 'to read or to listen to',
    print: 'with your browser',
  },
  fileName: (number, title) => `Unit ${number}, ${title}`,
  pdf: {
    title: (title) => `${title}, PDF to come`,
    eyebrow: 'PDF of the slides',
    soon: (minutes) =>
      minutes < 2
        ? 'This PDF is being made: it will be here in about a minute.'
        : `This PDF is being made: it will be here in about ${minutes} minutes.`,
    why: {
      failed: 'This PDF could not be made. The teaching team sees why.',
      'no-browser': 'This site cannot make PDF files.',
    },
    meanwhile: 'Your browser can make one: open the print view and choose “Save as PDF”.',
    print: 'Open the print view',
    deck: 'See the slides',
    transcript: 'Read their text',
  },
  transcript: {
    title: (title) => `${title}, text of the slides`,
    eyebrow: (number) => `Unit ${number}, text of the slides`,
    slides: 'Slides',
    other: 'En français',
    bar: 'Other forms of these slides',
    contents: 'Slides in this document',
    number: (number) => `Slide ${number}`,
    see: 'See the slide',
    picture: 'Figure',
    labels: (words) => `It reads: ${words}`,
    wide: (number) => `Part of slide ${number}`,
    otherLanguage: 'These slides are in French: the English version is not written yet.',
  },
};
