export const fr = {
  code: (status: number): string => `Erreur ${status}`,
  title: (status: number): string =>
    status === 404
      ? 'Page introuvable'
      : status === 401
        ? 'Votre session est terminée'
        : status >= 500
          ? 'Erreur de notre côté'
          : 'La demande n’a pas abouti',
  home: 'Aller à l’accueil',
  signIn: 'Se connecter',
  /** When a request fails below the rooms: the framework's refusals, and defects. */
  errors: {
    client: (status: number): string =>
      status === 413
        ? 'L’envoi est trop volumineux. Réduisez-le et recommencez.'
        : status === 415
          ? 'Ce genre d’envoi n’est pas accepté ici.'
          : status === 429
            ? 'Trop d’essais d’un coup. Attendez une minute et recommencez.'
            : 'La demande n’a pas pu être lue. Revenez en arrière et recommencez.',
    starting: 'Attrait démarre. Attendez quelques secondes et recommencez.',
    busy: 'Le service est occupé. Attendez quelques secondes et recommencez.',
    defect: (id: string) => `Une erreur est survenue de notre côté. Si elle revient, donnez ce numéro à l’équipe : ${id}.`,
  },
};

export type Text = typeof fr;
