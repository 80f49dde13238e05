import type { NavigationEntry } from '../platform/markup/navigation.js';
import { homeTexts } from './text.js';

declare module '../platform/markup/navigation.js' {
  interface NavigationWords {
    readonly course: true;
    readonly programme: true;
    readonly units: true;
    readonly assessment: true;
    readonly syllabus: true;
  }
}

/** Home first, whoever reads: the programme of a stranger, the course one is in, else the list of one’s courses. */
export const HOME_ENTRIES: readonly NavigationEntry[] = [
  {
    word: 'course',
    order: 10,
    label: (lang) => homeTexts[lang].nav.course,
    addressFor: ({ person, course }) => (person ? (course ? `/courses/${course.slug}` : '/') : null),
  },
  forStrangers('programme', 10, '/'),
  forStrangers('units', 11, '/#units'),
  forStrangers('assessment', 12, '/#assessment'),
];

export const SYLLABUS_ENTRY: NavigationEntry = {
  word: 'syllabus',
  order: 10,
  label: (lang) => homeTexts[lang].nav.syllabus,
  addressFor: () => '/syllabus',
};

function forStrangers(word: 'programme' | 'units' | 'assessment', order: number, address: string): NavigationEntry {
  return { word, order, label: (lang) => homeTexts[lang].nav[word], addressFor: ({ person }) => (person ? null : address) };
}
