import type { NavigationEntry } from '../platform/markup/navigation.js';
import { gradingTexts } from './text.js';

declare module '../platform/markup/navigation.js' {
  interface NavigationWords {
    readonly grading: true;
  }
}

export const GRADING_ENTRY: NavigationEntry = {
  word: 'grading',
  order: 50,
  label: (lang) => gradingTexts[lang].nav,
  addressFor: ({ course }) => (course && course.role !== 'student' ? `/courses/${course.slug}/grading` : null),
};
