export const fr = {
  title: (title: string) => `Présenter : ${title}`,
  back: 'Retour au module',
  elapsed: 'Temps écoulé',
  restart: 'Repartir de zéro',
  /** The script puts the number in the braces. */
  minutes: '{} minutes écoulées',
  black: 'Écran noir',
  blackNow: 'L’écran est noir.',
  project: 'Ouvrir l’écran',
  projectHint: 'La fenêtre suit cette page : posez-la sur l’écran de la salle et appuyez sur F.',
  current: 'Diapo à l’écran',
  following: 'Ensuite',
  end: 'Fin des diapos.',
  previous: 'Diapo précédente',
  next: 'Suivante',
  position: (index: number, count: number) => `Diapo ${index} sur ${count}`,
  step: 'étape {} sur {}',
  notes: 'Notes',
  notesOf: 'Notes de la diapo',
  smaller: 'A−, réduire le texte des notes',
  larger: 'A+, agrandir le texte des notes',
  noNotes: 'Cette diapo n’a pas de notes.',
  script: 'Diapos et notes',
  change: 'changer',
  withoutScript: 'Sans script, cette page donne les diapos et leurs notes, à lire ou à imprimer.',
};

export type Text = typeof fr;
