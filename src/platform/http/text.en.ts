import type { Text } from './text.fr.js';

export const en: Text = {
  code: (status) => `Error ${status}`,
  title: (status) =>
    status === 404
      ? 'Page not found'
      : status === 401
        ? 'You are signed out'
        : status >= 500
          ? 'An error on our side'
          : 'The request was not carried out',
  home: 'Go to the front page',
  signIn: 'Sign in',
  /** When a request fails below the rooms: the framework's refusals, and defects. */
  errors: {
    client: (status) =>
      status === 413
        ? 'What was sent is too large. Make it smaller and try again.'
        : status === 415
          ? 'This kind of content is not accepted here.'
          : status === 429
            ? 'Too many tries at once. Wait a minute and try again.'
            : 'The request could not be read. Go back and try again.',
    starting: 'Attrait is starting. Wait a few seconds and try again.',
    busy: 'The service is busy. Wait a few seconds and try again.',
    defect: (id) => `Something went wrong on our side. If it comes back, give this number to the team: ${id}.`,
  },
};
