export const fr = {
  /** What is refused, and what is wrong with a file. */
  messages: {
    fileTooLarge: 'Le fichier dépasse 50 Mo. Réduisez-le, ou donnez un lien dans le texte.',
    wrongKind: 'Ce genre de fichier n’est pas accepté, ou son contenu ne correspond pas à son nom.',
    noRoomLeft: 'Il n’y a plus de place pour les fichiers. Prévenez l’équipe enseignante ; votre texte est gardé.',
    storeUnreachable:
      'Les fichiers ne peuvent pas être enregistrés pour le moment. Réessayez dans quelques minutes ; votre texte est gardé.',
  },
};

export type Text = typeof fr;
