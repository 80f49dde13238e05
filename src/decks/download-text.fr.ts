export const fr = {
  download: 'Télécharger',
  ways: { pdf: 'PDF', markdown: 'Markdown', transcript: 'Texte des diapos', print: 'Imprimer' },
  hints: {
    pdf: 'une page par diapo',
    markdown: 'fichier source, sans les notes',
    transcript: 'à lire ou à écouter',
    print: 'par votre navigateur',
  },
  /** What a file is called once it is saved. */
  fileName: (number: number, title: string) => `Module ${number}, ${title}`,
  /** At the address of a file that is not made yet. */
  pdf: {
    title: (title: string) => `${title}, PDF à venir`,
    eyebrow: 'PDF des diapos',
    soon: (minutes: number) =>
      minutes < 2
        ? 'Ce PDF est en préparation : il sera ici dans une minute environ.'
        : `Ce PDF est en préparation : il sera ici dans ${minutes} minutes environ.`,
    why: {
      failed: 'Ce PDF n’a pas pu être fabriqué. L’équipe enseignante en voit la raison.',
      'no-browser': 'Ce site ne peut pas fabriquer de PDF.',
    },
    meanwhile: 'Votre navigateur peut en faire un : ouvrez la vue à imprimer et choisissez « Enregistrer au format PDF ».',
    print: 'Ouvrir la vue à imprimer',
    deck: 'Voir les diapos',
    transcript: 'Lire leur texte',
  },
  transcript: {
    title: (title: string) => `${title}, texte des diapos`,
    eyebrow: (number: number) => `Module ${number}, texte des diapos`,
    slides: 'Diapos',
    other: 'In English',
    bar: 'Autres formes de ces diapos',
    contents: 'Diapos de ce document',
    number: (number: number) => `Diapo ${number}`,
    see: 'Voir la diapo',
    picture: 'Figure',
    labels: (words: string) => `On y lit : ${words}`,
    wide: (number: number) => `Extrait de la diapo ${number}`,
    otherLanguage: 'Ces diapositives sont en anglais : la version française n’est pas encore écrite.',
  },
};

export type Text = typeof fr;
