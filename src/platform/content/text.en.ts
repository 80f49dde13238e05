import type { Text } from './text.fr.js';

export const en: Text = {
  yaml: (message) => `YAML: ${message}`,
  at: (path, reason) => `${path}: ${reason}`,
  lineMissing: 'this line is missing',
  colonInText: 'this text holds a colon, put it between straight quotes',
};
