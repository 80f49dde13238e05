import type { NavigationEntry } from '../../platform/markup/navigation.js';
import { calendarTexts } from './text.js';

declare module '../../platform/markup/navigation.js' {
  interface NavigationWords {
    readonly calendar: true;
  }
}

export const CALENDAR_ENTRY: NavigationEntry = {
  word: 'calendar',
  order: 30,
  label: (lang) => calendarTexts[lang].nav,
  addressFor: ({ course }) => course && `/courses/${course.slug}/calendar`,
};
