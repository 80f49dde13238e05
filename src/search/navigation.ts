import type { SearchEntry } from '../platform/markup/navigation.js';
import { addressOf } from './address.js';
import { searchTexts } from './text.js';

declare module '../platform/markup/navigation.js' {
  interface NavigationWords {
    readonly search: true;
  }
}

export const SEARCH_ENTRY: SearchEntry = {
  word: 'search',
  label: (lang) => searchTexts[lang].label,
  placeholder: (lang) => searchTexts[lang].placeholder,
  addressFor: ({ person, course }) => person && course && addressOf({ course: course.slug }),
};
