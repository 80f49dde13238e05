import type { Text } from './text.fr.js';

export const en: Text = {
  footer: {
    announcements: 'To stop receiving announcements by email:',
    reminders: 'To stop receiving reminders of deadlines by email:',
    marks: 'To stop receiving emails when marks are posted:',
  },
  unsubscribe: {
    title: 'Emails from Attrait',
    ask: {
      announcements: 'Stop receiving the announcements of your courses by email?',
      reminders: 'Stop receiving reminders of deadlines by email?',
      marks: 'Stop receiving a notice when marks are posted?',
    },
    stillThere: {
      announcements: 'You can still read them on the page of each course.',
      reminders: 'Deadlines remain on the front page of each course.',
      marks: 'Your marks remain on the “Marks” page of each course.',
    },
    confirm: 'Stop receiving them',
    done: {
      announcements: 'You will no longer receive announcements by email.',
      reminders: 'You will no longer receive reminders of deadlines.',
      marks: 'You will no longer receive notices of posted marks.',
    },
    undo: 'Changed your mind? Your account has all the switches.',
    account: 'Open your account',
  },
};
