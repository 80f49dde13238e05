import type { Text } from './text.fr.js';

export const en: Text = {
  zone: (zone) => `Time of the course (${zone}).`,
  occurrence: 'Which of the two?',
  occurrences: { first: 'The first, before clocks go back', second: 'The second, an hour later' },
  wrong: 'This date cannot be read. Write a day and a time.',
  never: 'This time does not exist on that day: clocks go forward. Choose a later one.',
  twice: 'This time comes twice on that day: clocks go back. Say which.',
};
