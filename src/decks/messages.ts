import type { Localised } from '../kernel/localised.js';

/** Where a mistake is told: its line in the file, and what is wrong. */
export type Report = (line: number, reason: Localised) => void;

/** What can be wrong with a deck, in the words of the person who mends it. */
export const deckMessages = {
  tooLarge: (most: number): Localised => ({
    fr: `Le fichier dépasse ${most} Ko. Partagez-le, ou allégez ses diagrammes.`,
    en: `The file is over ${most} KB. Split it, or make its diagrams lighter.`,
  }),
  noSlide: { fr: 'Le fichier ne contient aucune diapo.', en: 'The file holds no slide.' },
  tooManySlides: (most: number): Localised => ({
    fr: `Un jeu compte au plus ${most} diapos. Les suivantes sont laissées de côté.`,
    en: `A deck has ${most} slides at most. The others are left out.`,
  }),
  slideTooLarge: (most: number): Localised => ({
    fr: `Cette diapo dépasse ${most} Ko avec ses dessins. Elle est laissée de côté.`,
    en: `This slide is over ${most} KB with its drawings. It is left out.`,
  }),
  unreadable: {
    fr: 'Cette diapo ne peut pas être lue : trop d’éléments imbriqués.',
    en: 'This slide cannot be read: too many nested elements.',
  },
  emptySlide: { fr: 'Cette diapo est vide.', en: 'This slide is empty.' },
  fenceLeftOpen: {
    fr: 'Ce bloc de code n’est pas refermé : tout ce qui suit en fait partie.',
    en: 'This block of code is not closed: all that follows is part of it.',
  },
  spaceAfterSeparator: {
    fr: 'Un espace suit les tirets de séparation. Retirez-le.',
    en: 'A space follows the dashes of the separator. Take it out.',
  },
  separatorUnderText: {
    fr: 'Ces tirets touchent le texte du dessus, comme pour un titre. Laissez une ligne vide avant, ou écrivez le titre avec #.',
    en: 'These dashes touch the text above, as under a heading. Leave an empty line before them, or write the heading with #.',
  },
  secondNote: {
    fr: 'Une diapo n’a qu’une ligne « Note : ». Cette seconde note est jointe à la première.',
    en: 'A slide has one “Note:” line. This second note was joined to the first.',
  },
  emptyNote: { fr: 'Cette note est vide.', en: 'This note is empty.' },
  nothingBefore: {
    fr: 'Aucun élément Markdown ne précède ce commentaire .element. Dans du HTML, écrivez les attributs dans la balise.',
    en: 'No Markdown element stands before this .element comment. In HTML, write the attributes in the tag.',
  },
  refused: (what: string): Localised => ({
    fr: `${what} n’a pas sa place dans une diapo et a été retiré.`,
    en: `${what} has no place on a slide and was taken out.`,
  }),
  picture: (address: string): Localised => ({
    fr: `L’image « ${address} » n’est pas dans le dossier images de cette unité.`,
    en: `The picture “${address}” is not in this unit’s images folder.`,
  }),
  noAlt: (address: string): Localised => ({
    fr: `L’image « ${address} » n’a pas de texte de remplacement.`,
    en: `The picture “${address}” has no alternative text.`,
  }),
  silentDiagram: {
    fr: 'Ce diagramme n’a ni texte de remplacement ni aria-label qui dise ce qu’on y voit.',
    en: 'This diagram has neither an alternative text nor an aria-label that says what is to be seen.',
  },
  drawingAlone: (address: string): Localised => ({
    fr: `Le dessin « ${address} » se place par ![…](…) seul sur sa ligne, hors des listes et des citations. Il est laissé de côté.`,
    en: `The drawing “${address}” is placed by ![…](…) alone on its line, outside lists and quotations. It is left out.`,
  }),
  drawingTooLarge: (most: number): Localised => ({
    fr: `Ce dessin dépasse ${most} Ko. Il est laissé de côté.`,
    en: `This drawing is over ${most} KB. It is left out.`,
  }),
  /** The message is the parser’s own, in English. */
  malformed: (message: string): Localised => ({
    fr: `Ce fichier n’est pas du SVG bien formé : ${message}`,
    en: `This file is not well-formed SVG: ${message}`,
  }),
  noViewBox: {
    fr: 'Un dessin est un élément <svg> avec un attribut viewBox.',
    en: 'A drawing is an <svg> element with a viewBox attribute.',
  },
  refusedInDrawing: (what: string): Localised => ({
    fr: `${what} n’a pas sa place dans un dessin et a été retiré.`,
    en: `${what} has no place in a drawing and was taken out.`,
  }),
  drawingLanguage: (written: string): Localised => ({
    fr: `systemLanguage="${written}" n’est ni fr ni en : cet élément ne paraît jamais.`,
    en: `systemLanguage="${written}" is neither fr nor en: this element is never shown.`,
  }),
  mute: {
    fr: { fr: 'Ce texte ne dit rien en français.', en: 'This text says nothing in French.' },
    en: { fr: 'Ce texte ne dit rien en anglais.', en: 'This text says nothing in English.' },
  },
  activityNested: {
    fr: 'Un sondage ou un atelier ne se place ni dans une liste ni dans une citation.',
    en: 'A poll or a workshop stands neither in a list nor in a quotation.',
  },
  secondActivity: { fr: 'Une diapo porte un seul sondage ou atelier.', en: 'A slide carries one poll or workshop.' },
  answerOutside: { fr: 'answer : ce numéro ne correspond à aucune option.', en: 'answer: no option has this number.' },
  sameId: (id: string): Localised => ({
    fr: `id : « ${id} » sert déjà plus haut dans ce jeu.`,
    en: `id: “${id}” is used above in this deck.`,
  }),
  lateOpener: { fr: 'La classe opener est réservée à la première diapo.', en: 'The class opener is for the first slide only.' },
};
