import { frenchS as s } from '../../kernel/plural.js';

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
  pages: (pages: number) => `${pages} page${s(pages)}`,
  pdfs: {
    made: 'prêt',
    waiting: 'en attente',
    failed: 'n’a pas pu être fabriqué',
    'no-browser': 'aucun navigateur sur le serveur',
  },
  same: 'Les deux jeux ont les mêmes diapos, listes, figures et tableaux.',
  differ: (count: number) => (count < 2 ? 'Une différence' : `${count} différences`),
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
  /** What differs between two decks, in the words of the person who mends it. */
  differences: {
    /** What is compared of a slide, by its name here. */
    traits: {
      kind: 'sorte de diapo',
      classes: 'classes',
      activity: 'id du sondage ou de l’atelier',
      items: 'éléments de liste',
      pictures: 'figures',
      tables: 'tableaux',
      cells: 'cases de tableau',
      code: 'blocs de code',
      options: 'choix du sondage',
      time: 'durée',
      answer: 'bonne réponse',
      steps: 'étapes',
      handover: 'ligne « à remettre »',
      fragments: 'étapes d’affichage',
      notes: 'notes',
    },
    trait: (number: number, name: string, fr: string, en: string) => `Diapo ${number}, ${name} : ${fr} en français, ${en} en anglais.`,
    onlyFrench: (number: number, title: string) => `La diapo ${number} du français, « ${title} », n’a pas d’équivalent en anglais.`,
    onlyEnglish: (number: number, title: string) => `La diapo ${number} de l’anglais, « ${title} », n’a pas d’équivalent en français.`,
    noFrench: 'Ce jeu n’est pas écrit en français.',
    noEnglish: 'Ce jeu n’est pas écrit en anglais.',
    frenchBehind: 'L’anglais a changé après le français : relisez le français.',
    englishBehind: 'Le français a changé après l’anglais : relisez l’anglais.',
  },
};

export type Text = typeof fr;
