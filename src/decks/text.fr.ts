import { frenchS as s } from '../kernel/plural.js';

export const fr = {
  poll: (seconds: number) =>
    `Sondage · ${seconds % 60 === 0 && seconds >= 120 ? `${seconds / 60} minutes` : `${seconds} seconde${s(seconds)}`}`,
  exercise: (minutes: number) => `Exercice · ${minutes} minute${s(minutes)}`,
  workshop: 'Atelier, en équipe',
  minutes: (minutes: number) => `${minutes} min`,
  handover: 'À remettre',
  /** What can be wrong with a deck, in the words of the person who mends it. */
  problems: {
    tooLarge: (most: number) => `Le fichier dépasse ${most} Ko. Partagez-le, ou allégez ses diagrammes.`,
    noSlide: 'Le fichier ne contient aucune diapo.',
    tooManySlides: (most: number) => `Un jeu compte au plus ${most} diapos. Les suivantes sont laissées de côté.`,
    slideTooLarge: (most: number) => `Cette diapo dépasse ${most} Ko avec ses dessins. Elle est laissée de côté.`,
    unreadable: 'Cette diapo ne peut pas être lue : trop d’éléments imbriqués.',
    emptySlide: 'Cette diapo est vide.',
    fenceLeftOpen: 'Ce bloc de code n’est pas refermé : tout ce qui suit en fait partie.',
    spaceAfterSeparator: 'Un espace suit les tirets de séparation. Retirez-le.',
    separatorUnderText:
      'Ces tirets touchent le texte du dessus, comme pour un titre. Laissez une ligne vide avant, ou écrivez le titre avec #.',
    secondNote: 'Une diapo n’a qu’une ligne « Note : ». Cette seconde note est jointe à la première.',
    emptyNote: 'Cette note est vide.',
    restHidden:
      'Ici commence un aside ou un commentaire qui pourrait être des notes : le reste de la diapo n’est pas montré. Fermez chaque balise et chaque commentaire dans son propre bloc.',
    nothingBefore: 'Aucun élément Markdown ne précède ce commentaire .element. Dans du HTML, écrivez les attributs dans la balise.',
    refused: (what: string) => `${what} n’a pas sa place dans une diapo et a été retiré.`,
    picture: (address: string) => `L’image « ${address} » n’est pas dans le dossier images de ce module.`,
    noAlt: (address: string) => `L’image « ${address} » n’a pas de texte de remplacement.`,
    silentDiagram: 'Ce diagramme n’a ni texte de remplacement ni aria-label qui dise ce qu’on y voit.',
    drawingAlone: (address: string) =>
      `Le dessin « ${address} » se place seul sur sa ligne, hors des listes et des citations. Il est laissé de côté.`,
    drawingTooLarge: (most: number) => `Ce dessin dépasse ${most} Ko. Il est laissé de côté.`,
    /** The message is the parser’s own, in English. */
    malformed: (message: string) => `Ce fichier n’est pas du SVG bien formé : ${message}`,
    noViewBox: 'Un dessin est un élément <svg> avec un attribut viewBox.',
    refusedInDrawing: (what: string) => `${what} n’a pas sa place dans un dessin et a été retiré.`,
    drawingLanguage: (written: string) => `« ${written} » n’est ni fr ni en : cet élément ne paraît jamais.`,
    mute: {
      fr: 'Ce texte ne dit rien en français.',
      en: 'Ce texte ne dit rien en anglais.',
    },
    activityNested: 'Un sondage ou un atelier ne se place ni dans une liste ni dans une citation.',
    secondActivity: 'Une diapo porte un seul sondage ou atelier.',
    answerOutside: 'answer : ce numéro ne correspond à aucune option.',
    sameId: (id: string) => `id : « ${id} » sert déjà plus haut dans ce jeu.`,
    lateOpener: 'La classe opener est réservée à la première diapo.',
  },
};

export type Text = typeof fr;
