import type { Text } from './text.fr.js';

export const en: Text = {
  title: 'Release of the units',
  lede: 'Draft, scheduled or published: what the class finds, unit by unit.',
  course: 'Course',
  settings: 'Course settings',
  asStudent: 'See the course as the class does',
  class: 'First class on',
  change: 'Change the release',
  saved: 'Release saved.',
  states: { open: 'Published', scheduled: 'Scheduled', draft: 'Draft' },
};
