import { frenchS as s } from '../../kernel/plural.js';

export const fr = {
  title: 'PDF des diapos',
  lede: 'Un fichier par module et par langue, fabriqué d’avance, un à la fois, dès que les diapos changent.',
  progress: (made: number, all: number) => `${made} sur ${all}`,
  progressLabel: (made: number, all: number) => `${made} fichier${s(made)} fait${s(made)} sur ${all}`,
  rebuild: 'Tout reconstruire',
  rebuilt: 'Tout est redemandé. Les fichiers qui existent restent servis jusqu’à ce que les nouveaux les remplacent.',
  noBrowser:
    'Cette machine n’a pas de Chromium : aucun PDF n’est fabriqué. Installez Chromium ou Chrome, ou nommez-le dans CHROMIUM_PATH. D’ici là, les pages proposent la vue à imprimer.',
  refresh: 'Rafraîchir cette page',
  kept: 'Les fichiers des versions remplacées restent dans la réserve : des diapos qui redeviennent ce qu’elles étaient retrouvent le leur.',
  none: 'Aucune diapo n’est écrite.',
  columns: { unit: 'Module', language: 'Langue', state: 'État', pages: 'Pages', size: 'Taille', made: 'Fait' },
  languages: { fr: 'français', en: 'anglais' },
  states: { made: 'Prêt', waiting: 'En attente', failed: 'Échec', 'no-browser': 'Sans navigateur' },
  open: (title: string, language: string) => `PDF de « ${title} », ${language}`,
};

export type Text = typeof fr;
