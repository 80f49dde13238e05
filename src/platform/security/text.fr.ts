export const fr = {
  /** What is refused, and what is wrong with a file. */
  messages: {
    signInFirst: 'Connectez-vous pour continuer.',
    noSuchPage: 'Cette page n’existe pas, ou ne vous est pas ouverte.',
    forgedRequest:
      'Cette demande ne vient pas d’une page ouverte ici, ou la page est trop ancienne. Revenez en arrière, rechargez la page et recommencez.',
  },
};

export type Text = typeof fr;
