import type { Text } from './text.fr.js';

export const en: Text = {
  /** What is refused, and what is wrong with a file. */
  messages: {
    fileTooLarge: 'The file is over 50 MB. Make it smaller, or give a link in the text.',
    wrongKind: 'This kind of file is not accepted, or its content does not match its name.',
    noRoomLeft: 'There is no room left for files. Tell the teaching team; your text is kept.',
    storeUnreachable: 'Files cannot be stored at the moment. Try again in a few minutes; your text is kept.',
  },
};
