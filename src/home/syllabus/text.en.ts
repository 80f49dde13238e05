import type { Text } from './text.fr.js';

export const en: Text = {
  title: 'Syllabus',
  calendar: 'Week by week',
  calendarTable: 'Calendar of the course',
  columns: { week: 'Week', theme: 'Theme', inClass: 'In class', due: 'Due' },
  unit: (number) => `Unit ${number}`,
  criteria: (title, points) => `${title}, out of ${points}`,
  criteriaTable: (title) => `Criteria: ${title}`,
  criteriaColumns: { criterion: 'Criterion', points: 'Points' },
  session: 'A class of three hours',
  minutes: (minutes) => `${minutes} min`,
  policies: 'Rules',
};
