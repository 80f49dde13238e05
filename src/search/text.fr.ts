import { frenchS as s } from '../kernel/plural.js';
import { numberText } from '../platform/markup/amounts.js';

export const fr = {
  placeholder: 'Chercher',
  title: 'Recherche',
  titleOf: (typed: string) => `${typed}, recherche`,
  course: 'Cours',
  label: 'Chercher dans le cours',
  hint: 'Diapos, lectures, termes, consignes et annonces, dans les deux langues. « Entre guillemets » : ces mots tels quels. Un moins devant un mot l’écarte.',
  submit: 'Chercher',
  kindsLabel: 'Genres de résultats',
  all: 'Tout',
  unit: (number: number, title: string) => `Module ${number}, ${title}`,
  languagesLabel: 'Langue des résultats',
  bothLanguages: 'Deux langues',
  languages: { fr: 'En français', en: 'En anglais' },
  written: { fr: 'en français', en: 'en anglais' },
  results: 'Résultats',
  count: (count: number, typed: string) => `${numberText('fr', count)} résultat${s(count)} pour « ${typed} »`,
  loose: 'Aucun texte ne contient tous ces mots. Voici ceux qui en contiennent une partie.',
  cut: 'Votre question est longue : seul son début a été cherché.',
  empty: {
    nothing: {
      title: 'Que cherchez-vous ?',
      text: 'Un mot suffit : un concept, un outil, un nom. Les accents et les pluriels n’ont pas d’importance.',
    },
    short: { title: 'C’est un peu court', text: 'Écrivez au moins deux lettres.' },
    filler: { title: 'Ces mots sont partout', text: 'Ajoutez un mot plus précis : celui que vous retiendriez du cours.' },
    notFound: {
      title: (typed: string) => `Rien pour « ${typed} »`,
      text: 'Vérifiez l’orthographe, essayez un mot plus général ou son équivalent en anglais.',
    },
    filtered: 'Rien de ce genre',
    filteredText: 'D’autres résultats existent sans ce filtre.',
    showAll: 'Voir tous les résultats',
    beyond: 'Il n’y a rien de plus',
    beyondText: 'Cette page est au-delà des derniers résultats.',
    first: 'Revenir aux premiers',
  },
  pagesLabel: 'Pages de résultats',
  page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  previous: 'Précédents',
  next: 'Suivants',
};

export type Text = typeof fr;
