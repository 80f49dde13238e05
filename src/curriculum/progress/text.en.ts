import { englishS as s } from '../../kernel/plural.js';
import type { Text } from './text.fr.js';

export const en: Text = {
  title: 'Your progress',
  done: (done, of) => `${done} of ${of} step${s(of)} done`,
  short: (done, of) => `${done} of ${of} step${s(of)}`,
  complete: 'Unit complete',
  finished: 'Complete',
  asked: 'Counts what is asked: slides, essential readings, self-check and workshop. Further reading is extra.',
  resume: (slide) => `Continue at slide ${slide}`,
  opened: { deck: 'Begun', reading: 'Opened', 'self-check': 'Begun', workshop: 'Begun' },
  itself: { deck: 'Read to the end on', reading: 'Read on', 'self-check': 'Answered on', workshop: 'Done on' },
  byHand: { deck: 'Marked as read on', reading: 'Read on', 'self-check': 'Answered on', workshop: 'Done on' },
  mark: { deck: 'Mark as read', reading: 'Mark as read', 'self-check': 'Mark as answered', workshop: 'Mark as done' },
  undo: 'Undo',
  /** What is refused, and what is wrong with a file. */
  messages: {
    selfCheckMarksItself: 'A self-check is done once it is answered.',
    progressOfStudentsOnly: 'Progress is kept for students only.',
    archived: 'This course is archived: nothing changes in it any more.',
  },
};
