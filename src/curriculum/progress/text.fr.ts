import { frenchS as s } from '../../kernel/plural.js';

export const fr = {
  title: 'Votre progression',
  done: (done: number, of: number) => `${done} étape${s(done)} sur ${of} terminée${s(done)}`,
  short: (done: number, of: number) => `${done} étape${s(done)} sur ${of}`,
  complete: 'Module terminé',
  finished: 'Terminé',
  asked:
    'Compte ce qui est demandé : diapos, lectures essentielles, autoévaluation et atelier. Les lectures pour aller plus loin sont en plus.',
  resume: (slide: number) => `Reprendre à la diapo ${slide}`,
  opened: { deck: 'Commencé', reading: 'Ouvert', 'self-check': 'Commencée', workshop: 'Commencé' },
  itself: { deck: 'Lu jusqu’au bout le', reading: 'Lu le', 'self-check': 'Faite le', workshop: 'Fait le' },
  byHand: { deck: 'Marqué comme lu le', reading: 'Lu le', 'self-check': 'Faite le', workshop: 'Fait le' },
  mark: { deck: 'Marquer comme lu', reading: 'Marquer comme lu', 'self-check': 'Marquer comme faite', workshop: 'Marquer comme fait' },
  undo: 'Annuler',
  /** What is refused, and what is wrong with a file. */
  messages: {
    selfCheckMarksItself: 'Une autoévaluation est faite quand on y répond.',
    progressOfStudentsOnly: 'La progression est celle des personnes inscrites.',
    archived: 'Ce cours est archivé : rien n’y change plus.',
  },
};

export type Text = typeof fr;
