import { frenchS as s } from '../../kernel/plural.js';

export const fr = {
  skip: 'Aller au contenu',
  navigation: 'Navigation principale',
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  account: 'Votre compte',
  accountOf: (initials: string, name: string) => `${initials}, votre compte : ${name}`,
  otherLanguage: 'EN, switch the interface to English',
  otherLanguageName: 'English',
  theme: 'Changer de thème, clair ou sombre',
  demonstration: 'Démonstration : personnes et organisations fictives.',
  viewAs: {
    student: 'Vous voyez cette page comme une étudiante ou un étudiant la voit. Rien ne s’y enregistre.',
    leave: 'Revenir à votre vue',
  },
  demonstrationLabel: 'Démonstration',
  footer: 'Pied de page',
  platform: 'Plateforme libre, hébergée par l’école.',
  licence: 'Diapos sous licence CC BY 4.0',
  crumbs: 'Fil d’Ariane',
  optional: 'facultatif',
  problems: (count: number) => (count < 2 ? 'Un point est à revoir.' : `${count} points sont à revoir.`),
  problemOf: (label: string, sentence: string) => `${label} : ${sentence}`,
  drop: { one: 'Déposez un fichier', several: 'Déposez des fichiers', orOne: 'choisissez-le', orSeveral: 'choisissez-les', or: ', ou ' },
  tooBig: (size: string) => `dépasse ${size} : réduisez-le, ou joignez un lien`,
  tooMany: (most: number) => `${most} fichier${s(most)} au plus. Retirez-en, ou regroupez-les en ZIP.`,
  keep: 'Pas maintenant',
  scrollable: (label: string) => `${label}, tableau défilable`,
  somebodyElse:
    'Une autre personne est connectée dans ce navigateur : rien n’est envoyé en son nom. Votre texte est encore ici ; reconnectez-vous avec votre compte dans un autre onglet, puis continuez.',
  saved: {
    idle: 'Tout est enregistré',
    saved: (hour: string) => `Enregistré à ${hour}`,
    unsaved: 'Modifié',
    saving: 'Enregistrement',
    offline: 'Hors ligne, copie gardée ici',
    conflict: 'Modifié ailleurs, à comparer',
    refused: 'Non enregistré',
  },
};

export type Text = typeof fr;
