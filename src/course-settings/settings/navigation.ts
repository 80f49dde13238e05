import type { NavigationEntry } from '../../platform/markup/navigation.js';
import { settingsTexts } from './text.js';

declare module '../../platform/markup/navigation.js' {
  interface NavigationWords {
    readonly settings: true;
  }
}

export const SETTINGS_ENTRY: NavigationEntry = {
  word: 'settings',
  order: 70,
  label: (lang) => settingsTexts[lang].nav,
  addressFor: ({ course }) => (course?.role === 'lecturer' ? `/courses/${course.slug}/settings` : null),
};
