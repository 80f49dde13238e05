import type { Text } from './text.fr.js';

export const en: Text = {
  /** What is refused, and what is wrong with a file. */
  messages: {
    signInFirst: 'Sign in to continue.',
    noSuchPage: 'This page does not exist, or is not open to you.',
    forgedRequest: 'This request did not come from a page opened here, or the page is too old. Go back, reload the page and try again.',
  },
};
