export const fr = {
  title: 'Ouverture des modules',
  lede: 'Brouillon, programmé ou publié : ce que la classe trouve, module par module.',
  course: 'Cours',
  settings: 'Réglages du cours',
  asStudent: 'Voir le cours comme la classe',
  class: 'Première séance le',
  change: 'Changer l’ouverture',
  saved: 'Ouverture enregistrée.',
  states: { open: 'Publié', scheduled: 'Programmé', draft: 'Brouillon' },
};

export type Text = typeof fr;
