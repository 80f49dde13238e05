import { frenchS as s } from '../kernel/plural.js';

export const fr = {
  title: 'Équipes',
  course: 'Cours',
  lede: {
    student: (min: number, max: number) =>
      `Le projet se fait à plusieurs : de ${min} à ${max} personnes du même groupe. Choisissez une équipe, ou créez la vôtre.`,
    staff: 'Qui travaille avec qui, dans les groupes que vous suivez.',
  },
  mine: 'Votre équipe',
  none: {
    title: 'Vous n’êtes pas encore dans une équipe',
    hint: 'Rejoignez-en une ci-dessous, ou créez la vôtre : le travail commence là.',
  },
  others: 'Les équipes de votre groupe',
  all: 'Les équipes',
  section: (name: string) => `Groupe ${name}`,
  seats: (taken: number, seats: number) => `${taken} sur ${seats}`,
  seatsLabel: (taken: number, seats: number) => `${taken} place${s(taken)} prise${s(taken)} sur ${seats}`,
  members: (team: string) => `Membres de ${team}`,
  nobody: 'Personne pour l’instant',
  you: 'vous',
  open: 'Ouverte',
  full: 'Complète',
  locked: 'Fermée',
  short: (missing: number) =>
    missing < 2
      ? 'Il manque une personne pour que l’équipe soit assez nombreuse.'
      : `Il manque ${missing} personnes pour que l’équipe soit assez nombreuse.`,
  join: 'Rejoindre',
  joinLabel: (team: string) => `Rejoindre ${team}`,
  leave: 'Quitter l’équipe',
  leaveAsk: (team: string) => `Quitter ${team} ?`,
  leaveThen: 'Votre place se libère. Ce que l’équipe a écrit lui reste.',
  toProject: 'Aller au projet',
  empty: {
    title: 'Pas encore d’équipe',
    student: 'La première que vous créez apparaîtra ici.',
    staff: 'Les équipes apparaîtront ici dès qu’on en créera.',
  },
  done: {
    joined: (team: string) => `Vous êtes dans ${team}.`,
    left: 'Vous avez quitté l’équipe.',
    created: (team: string) => `L’équipe ${team} existe, et vous en êtes.`,
  },
  create: {
    title: 'Créer une équipe',
    name: 'Nom de l’équipe',
    hint: 'Celui de l’organisation étudiée, par exemple. L’équipe enseignante et votre groupe le voient.',
    submit: 'Créer l’équipe',
    missing: 'Donnez un nom à l’équipe.',
    tooLong: (most: number) => `Le nom compte ${most} caractères au plus.`,
    taken: 'Une équipe du cours porte déjà ce nom. Choisissez-en un autre.',
  },
  refusals: {
    notFound: 'Cette équipe n’existe pas, ou ne vous est pas ouverte.',
    archived: 'Le cours est archivé : les équipes ne changent plus.',
    studentsOnly: 'Seules les personnes inscrites au cours rejoignent une équipe.',
    alreadyIn: 'Vous êtes déjà dans une équipe. Quittez-la d’abord.',
    notIn: 'Vous n’êtes plus dans cette équipe.',
    otherSection: 'Cette équipe est d’un autre groupe que le vôtre.',
    locked: 'Cette équipe a déjà remis un travail : elle n’accueille plus personne. Écrivez à l’équipe enseignante si c’est une erreur.',
    lockedForLeaving: 'Votre équipe a déjà remis un travail : pour la quitter, écrivez à l’équipe enseignante.',
    full: 'Toutes les places sont prises. Choisissez une autre équipe, ou créez la vôtre.',
  },
};
