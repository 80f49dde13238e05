import { englishS as s } from '../kernel/plural.js';
import { numberText } from '../platform/markup/amounts.js';
import type { Text } from './text.fr.js';

export const en: Text = {
  placeholder: 'Search',
  title: 'Search',
  titleOf: (typed) => `${typed}, search`,
  course: 'Course',
  label: 'Search the course',
  hint: 'Slides, readings, terms, briefs and announcements, in both languages. "In quotes": these words as they are. A minus before a word leaves it out.',
  submit: 'Search',
  kindsLabel: 'Kinds of results',
  all: 'All',
  unit: (number, title) => `Unit ${number}, ${title}`,
  languagesLabel: 'Language of the results',
  bothLanguages: 'Both languages',
  languages: { fr: 'In French', en: 'In English' },
  written: { fr: 'in French', en: 'in English' },
  results: 'Results',
  count: (count, typed) => `${numberText('en', count)} result${s(count)} for “${typed}”`,
  loose: 'No text contains all of these words. These contain some of them.',
  cut: 'Your question is long: only its beginning was searched.',
  empty: {
    nothing: {
      title: 'What are you looking for?',
      text: 'One word is enough: a concept, a tool, a name. Accents and plurals do not matter.',
    },
    short: { title: 'That is a little short', text: 'Write two letters or more.' },
    filler: { title: 'These words are everywhere', text: 'Add a more precise word: the one you would remember of the course.' },
    notFound: { title: (typed) => `Nothing for “${typed}”`, text: 'Check the spelling, try a more general word or its French equivalent.' },
    filtered: 'Nothing of this kind',
    filteredText: 'There are other results without this filter.',
    showAll: 'See all results',
    beyond: 'There is nothing more',
    beyondText: 'This page is past the last results.',
    first: 'Back to the first ones',
  },
  pagesLabel: 'Pages of results',
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
};
