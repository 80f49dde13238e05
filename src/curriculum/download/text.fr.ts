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
    table: (number: number) => `Tableau de la diapo ${number}`,
    otherLanguage: 'Ces diapositives sont en anglais : la version française n’est pas encore écrite.',
  },
};

export type Text = typeof fr;
