import { defineTexts } from '../i18n/texts.js';

export const httpTexts = defineTexts({
  fr: {
    code: (status: number) => `Erreur ${status}`,
    title: (status: number) =>
      status === 404
        ? 'Page introuvable'
        : status === 401
          ? 'Votre session est terminée'
          : status >= 500
            ? 'Erreur de notre côté'
            : 'La demande n’a pas abouti',
    home: 'Aller à l’accueil',
    signIn: 'Se connecter',
  },
  en: {
    code: (status: number) => `Error ${status}`,
    title: (status: number) =>
      status === 404
        ? 'Page not found'
        : status === 401
          ? 'You are signed out'
          : status >= 500
            ? 'An error on our side'
            : 'The request was not carried out',
    home: 'Go to the front page',
    signIn: 'Sign in',
  },
});
