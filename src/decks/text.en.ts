import type { Text } from './text.fr.js';

export const en: Text = {
  poll: (seconds) => `Poll · ${seconds % 60 === 0 && seconds >= 120 ? `${seconds / 60} minutes` : `${seconds} seconds`}`,
  exercise: (minutes) => `Exercise · ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  workshop: 'Workshop, in teams',
  minutes: (minutes) => `${minutes} min`,
  handover: 'To hand in',
};
