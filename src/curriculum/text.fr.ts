import { frenchS as s } from '../kernel/plural.js';

export const fr = {
  /** As a search calls what it finds. */
  found: {
    slide: { one: (number: number) => `Diapo ${number}`, several: 'Diapos' },
    unit: { one: 'Module', several: 'Modules' },
    reading: { one: 'Lecture', several: 'Lectures' },
    workshop: { one: 'Atelier', several: 'Ateliers' },
    question: { one: 'Autoévaluation', several: 'Autoévaluation' },
    term: { one: 'Terme', several: 'Glossaire' },
  },
  unit: {
    course: 'Cours',
    units: 'Modules',
    unitsLabel: 'Modules du cours',
    number: (number: number) => `Module ${number}`,
    pageTitle: (number: number, title: string) => `Module ${number}, ${title}`,
    week: (week: number) => `Semaine ${week}`,
    cancelled: 'séance annulée',
    asStudent: 'Voir comme la classe',
    outcomes: 'À la fin de ce module, vous saurez :',
    slides: 'Diapositives',
    slidesOf: (title: string) => `Diapositives : ${title}`,
    count: (slides: number) => `${slides} diapo${s(slides)}`,
    fullScreen: 'Plein écran',
    keys: { change: 'changer', fullScreen: 'plein écran', overview: 'survol' },
    compare: 'Comparer français et anglais',
    present: 'Présenter en classe',
    noSlides: 'Les diapositives de ce module ne sont pas encore écrites.',
    otherLanguage: 'Ces diapositives sont en anglais : la version française n’est pas encore écrite.',
    readings: 'Lectures',
    minutes: (minutes: number) => `${minutes} min`,
    hours: (hours: string) => `${hours} h`,
    languages: { fr: 'en français', en: 'en anglais' },
    kinds: { essential: 'Essentiel', further: 'Pour aller plus loin' },
    neighbours: 'Modules voisins',
    opens: 'ouvre le',
    notOpen: 'pas encore ouvert',
  },
  release: {
    title: 'Ouverture du module',
    states: { draft: 'Brouillon', scheduled: 'Programmé', published: 'Publié' },
    hints: {
      draft: 'Visible de l’équipe enseignante seulement.',
      scheduled: 'S’ouvre à la date que vous donnez.',
      published: 'Ouvert aux personnes inscrites.',
    },
    standing: {
      draft: 'Ce module n’est pas publié.',
      opens: 'Ce module ouvre le',
      opened: 'Ce module est publié depuis le',
      published: 'Ce module est publié.',
    },
    state: 'État',
    opensAt: 'Date et heure d’ouverture',
    save: 'Enregistrer l’ouverture',
    saved: 'Ouverture enregistrée.',
    conflict:
      'Quelqu’un a changé cette ouverture pendant que vous choisissiez. Votre choix est encore ci-dessous ; enregistrez-le pour qu’il prévale.',
    theirs: 'Enregistré entre-temps :',
    stateMissing: 'Choisissez un état.',
    dateMissing: 'Donnez la date et l’heure d’ouverture.',
  },
  /** What is refused, and what is wrong with a file. */
  messages: {
    fileMissing: 'Ce fichier manque : le module n’est pas montré.',
    notOpenYet: 'Ce module n’est pas encore ouvert.',
    lecturersRelease: 'Les responsables du cours ouvrent les modules.',
    archived: 'Ce cours est archivé : rien n’y change plus.',
    releaseDatePassed: 'Cette date est passée. Choisissez une date à venir, ou « Publié » pour ouvrir tout de suite.',
    unitNotFound: 'Ce module n’existe pas, ou ne vous est pas encore ouvert.',
    classNotFound: 'Ce cours n’a pas de séance à cette semaine.',
    bookmarkUnreadable: 'Cette place dans les diapos ne se lit pas. Rechargez la page.',
    selfCheckOutdated: 'Ces questions ont changé depuis que la page a été ouverte, ou la réponse manque. Rechargez la page.',
  },
};

export type Text = typeof fr;
