export const fr = {
  title: 'Diapos, français et anglais',
  lede: 'Les deux versions de chaque module, côte à côte. Rien ne se modifie ici : chaque jeu vit dans son fichier, nommé ci-dessous.',
  course: 'Cours',
  module: (number: number, title: string) => `${number}. ${title}`,
  columns: { language: 'Langue', slides: 'Diapos', changed: 'Dernier changement', pdf: 'PDF', file: 'Fichier' },
  languages: { fr: 'Français', en: 'Anglais' },
  sources: { commits: 'd’après les commits', disk: 'd’après la date du fichier' },
  unwritten: 'pas encore écrit',
  unknown: 'inconnu',
  pages: (pages: number) => `${pages} pages`,
  pdfs: {
    made: 'prêt',
    waiting: 'en attente',
    failed: 'n’a pas pu être fabriqué',
    'no-browser': 'aucun navigateur sur le serveur',
  },
  same: 'Les deux jeux ont les mêmes diapos, listes, figures et tableaux.',
  differ: (count: number) => (count === 1 ? 'Une différence' : `${count} différences`),
  difference: 'Différence',
  slides: 'Diapos',
  slideIn: { fr: (number: number) => `français, diapo ${number}`, en: (number: number) => `anglais, diapo ${number}` },
  line: (line: number) => `ligne ${line}`,
  behind: {
    fr: 'L’anglais a changé après le français. Relisez le français.',
    en: 'Le français a changé après l’anglais. Relisez l’anglais.',
  },
  files: 'Fichiers du module',
  mistakes: 'Des fichiers de ce module contiennent des fautes ; leur dernière bonne version reste affichée.',
};

export type Text = typeof fr;
