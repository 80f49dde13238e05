import type { Localised } from '../../kernel/localised.js';

/** What is said when a request fails below the rooms: the framework's refusals, and defects. */
export const errorMessages = {
  client(status: number): Localised {
    if (status === 413)
      return {
        fr: 'L’envoi est trop volumineux. Réduisez-le et recommencez.',
        en: 'What was sent is too large. Make it smaller and try again.',
      };
    if (status === 415) return { fr: 'Ce genre d’envoi n’est pas accepté ici.', en: 'This kind of content is not accepted here.' };
    if (status === 429)
      return {
        fr: 'Trop d’essais d’un coup. Attendez une minute et recommencez.',
        en: 'Too many tries at once. Wait a minute and try again.',
      };
    return {
      fr: 'La demande n’a pas pu être lue. Revenez en arrière et recommencez.',
      en: 'The request could not be read. Go back and try again.',
    };
  },
  busy: {
    fr: 'Le service est occupé. Attendez quelques secondes et recommencez.',
    en: 'The service is busy. Wait a few seconds and try again.',
  } satisfies Localised,
  defect: (id: string): Localised => ({
    fr: `Une erreur est survenue de notre côté. Si elle revient, donnez ce numéro à l’équipe : ${id}.`,
    en: `Something went wrong on our side. If it comes back, give this number to the team: ${id}.`,
  }),
};
