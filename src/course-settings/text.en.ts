import type { Text } from './text.fr.js';

export const en: Text = {
  /** What is refused, and what is wrong with a file. */
  messages: {
    winter: (year) => `Winter ${year}`,
    summer: (year) => `Summer ${year}`,
    fall: (year) => `Fall ${year}`,
    slugTaken: (slug) => `There is a course at the address ${slug} already.`,
  },
};
