import type { NavigationEntry } from '../platform/markup/navigation.js';
import { gradebookTexts } from './text.js';

declare module '../platform/markup/navigation.js' {
  interface NavigationWords {
    readonly marks: true;
    readonly gradebook: true;
  }
}

/** Everybody’s marks for who teaches, one’s own for who learns. */
export const GRADEBOOK_ENTRIES: readonly NavigationEntry[] = [
  {
    word: 'marks',
    order: 40,
    label: (lang) => gradebookTexts[lang].nav.marks,
    addressFor: ({ course }) => (course?.role === 'student' ? `/courses/${course.slug}/marks` : null),
  },
  {
    word: 'gradebook',
    order: 60,
    label: (lang) => gradebookTexts[lang].nav.gradebook,
    addressFor: ({ course }) => (course?.role === 'lecturer' ? `/courses/${course.slug}/gradebook` : null),
  },
];
