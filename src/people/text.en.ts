import type { Text } from './text.fr.js';

export const en: Text = {
  /** What is refused, and what is wrong with a file. */
  messages: {
    lecturersArrange: 'The lecturers of the course set its dates.',
    archived: 'This course is archived: nothing changes in it any more.',
    emailTaken: (email) => `The address ${email} has an account already.`,
  },
};
