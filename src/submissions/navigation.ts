import type { NavigationEntry } from '../platform/markup/navigation.js';
import { assignmentAt } from './addresses.js';
import { submissionTexts } from './text.js';

declare module '../platform/markup/navigation.js' {
  interface NavigationWords {
    readonly project: true;
  }
}

/** The work of the course. */
export const PROJECT_ENTRY: NavigationEntry = {
  word: 'project',
  order: 20,
  label: (lang) => submissionTexts[lang].nav,
  addressFor: ({ course }) => course && assignmentAt(course.slug, 'competitive-analysis'),
};
