import { englishS as s } from '../../kernel/plural.js';
import type { Text } from './text.fr.js';

export const en: Text = {
  stage: (number, title) => `stage ${number}, ${title}`,
  inDays: (days) => `in ${days} day${s(days)}`,
  inADay: 'in less than 24 hours',
  subject: {
    due: (stage, left) => `Due ${left}: ${stage}`,
    passed: (stage) => `Deadline passed: ${stage}`,
  },
  greeting: (name) => `Hello ${name},`,
  due: (stage, at, left) => `In your course, ${stage}, is due ${left}: ${at}.`,
  passed: (stage, at) => `The deadline has passed for ${stage}. It was ${at}.`,
  stillTaken: (until) => `Work is still accepted, with a penalty, until ${until}.`,
  noLongerTaken: 'Work is no longer accepted. Talk to the teaching team.',
  team: (team) => `Your team, ${team}, has handed nothing in yet.`,
  noTeam: 'Work is handed in by teams, and you are not in a team yet.',
  open: 'Open the page of the stage:',
  chooseTeam: 'Choose a team:',
  about: (course, zone) => `Course: ${course}. Times are those of the course (${zone}).`,
};
