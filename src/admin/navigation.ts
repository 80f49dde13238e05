import type { NavigationEntry } from '../platform/markup/navigation.js';
import { adminTexts } from './text.js';

declare module '../platform/markup/navigation.js' {
  interface NavigationWords {
    readonly admin: true;
  }
}

export const ADMIN_ENTRY: NavigationEntry = {
  word: 'admin',
  order: 80,
  label: (lang) => adminTexts[lang].nav,
  addressFor: ({ person }) => (person?.isAdmin ? '/admin' : null),
};
