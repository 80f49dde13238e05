import type { Text } from './text.fr.js';

export const en: Text = {
  /** What is refused, and what is wrong with a file. */
  messages: {
    assignmentNotFound: 'There is no such assignment in this course.',
    fileMissing: 'This file is missing: the assignment is not shown.',
    noSuchStageCalled: (key, stage) => `${key}: no stage is called ${stage}`,
    unevenCriteria: (key, sum, points) => `the criteria of ${key} add up to ${sum}, and the stage is worth ${points}`,
  },
  found: { one: 'Brief', several: 'Briefs' },
};
