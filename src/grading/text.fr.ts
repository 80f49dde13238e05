import { frenchS as s } from '../kernel/plural.js';

export const fr = {
  nav: 'Correction',
  refusals: {
    students: 'Seule l’équipe enseignante corrige.',
    otherSection: 'Cette copie est dans un groupe qui n’est pas le vôtre.',
    archived: 'Ce cours est archivé : il se lit, mais rien n’y change.',
    lecturersPost: 'Seule la personne responsable du cours publie les notes.',
  },
  problems: {
    commentTooLong: (most: number) => `Un commentaire compte ${most} caractères au plus.`,
    unknownLevel: 'Ce niveau n’existe pas dans la grille.',
    pointsOutside: (level: string, from: number, to: number) =>
      `Le niveau « ${level} » va de ${from} à ${to} point${s(to)}, par points entiers.`,
    pointsWithoutLevel: 'Choisissez un niveau avant de donner des points.',
  },
  queue: {
    title: 'Correction',
    stages: 'Jalons',
    stage: (number: number, title: string) => `Jalon ${number} : ${title}`,
    shortStage: (number: number) => `Jalon ${number}`,
    due: 'Échéance :',
    filters: 'Copies à montrer',
    show: { todo: 'À corriger', mine: 'Les miennes', all: 'Toutes' },
    progress: (finished: number, handedIn: number) => `${finished} copie${s(finished)} corrigée${s(finished)} sur ${handedIn}`,
    next: 'Corriger la prochaine copie',
    team: 'Équipe',
    section: 'Groupe',
    handedIn: 'Remise',
    state: 'État',
    action: 'Correction',
    attempt: (attempt: number) => `tentative ${attempt}`,
    late: (days: number) => `${days} jour${s(days)} de retard`,
    states: {
      nothing: 'Rien de remis',
      'to-grade': 'Non corrigée',
      draft: 'Brouillon',
      finished: 'Terminée',
      posted: 'Publiée',
      changed: 'Changée depuis la publication',
    },
    by: (name: string) => `par ${name}`,
    openedBy: (name: string) => `Ouverte par ${name}`,
    openedByYou: 'Ouverte par vous',
    grade: 'Corriger',
    goOn: 'Continuer',
    reread: 'Relire',
    gradeTeam: (team: string) => `équipe ${team}`,
    caption: 'Copies de ce jalon',
    withoutAttempt: (teams: readonly string[]) => `N’${teams.length > 1 ? 'ont' : 'a'} encore rien remis : ${teams.join(', ')}.`,
    empty: {
      nothing: 'Aucune remise pour l’instant',
      nothingHint: 'Les copies des équipes paraîtront ici dès leur remise.',
      done: 'Tout est corrigé',
      doneHint: 'Il ne reste aucune copie à corriger à ce jalon dans vos groupes.',
      held: (count: number) => `${count} copie${s(count)} ${count > 1 ? 'sont ouvertes' : 'est ouverte'} par d’autres personnes.`,
      mine: 'Vous n’avez commencé aucune copie',
      mineHint: 'Celles que vous corrigez restent sous la main ici.',
      noTeams: 'Aucune équipe dans vos groupes',
      noTeamsHint: 'Les équipes se forment sur la page des équipes du cours.',
      noStages: 'Aucun travail demandé',
      noStagesHint: 'Ce cours ne demande encore aucun travail d’équipe.',
    },
    posted: 'Notes publiées.',
    unposted: 'Notes retirées : le groupe ne les voit plus.',
  },
  posting: {
    heading: 'Publication',
    held: 'Les notes de ce jalon sont retenues : le groupe ne voit rien.',
    inForce: 'Publiées par',
    changed: (count: number) => (count < 2 ? 'Une copie a changé depuis.' : `${count} copies ont changé depuis.`),
    post: 'Publier les notes',
    postAgain: 'Publier de nouveau',
    unpost: 'Retirer les notes',
    question: (number: number) => `Publier le jalon ${number} ?`,
    title: (number: number) => `Publier le jalon ${number}`,
    willSee: (people: number) =>
      `${people} personne${s(people)} ${people > 1 ? 'verront leur note et vos commentaires' : 'verra sa note et vos commentaires'}.`,
    willHear: (people: number) =>
      people === 0
        ? 'Rien n’a changé pour elles : aucun courriel ne partira.'
        : `${people} personne${s(people)} ${people > 1 ? 'recevront' : 'recevra'} un courriel, sans la note. Il ne se reprend pas.`,
    canUnpost: 'Vous pourrez retirer les notes ensuite.',
    marks: 'Notes à publier',
    points: 'Points',
    people: 'Personnes',
    news: 'Nouvelle ou changée',
    same: 'Déjà publiée ainsi',
    kept: (count: number) =>
      count < 2
        ? 'Une équipe garde sa note publiée, tant que la correction de sa dernière tentative n’est pas terminée.'
        : `${count} équipes gardent leur note publiée, tant que la correction de leur dernière tentative n’est pas terminée.`,
    unfinished: (count: number) => `${count} équipe${s(count)} sans correction terminée : rien ne sera publié pour elle${s(count)}.`,
    withheld: (count: number) =>
      `${count} note${s(count)} retenue${s(count)} pour une question d’intégrité, jusqu’à la rencontre avec l’équipe.`,
    nothing: 'Il n’y a encore aucune note à publier : terminez d’abord une correction.',
    confirm: (people: number) => `Publier pour ${people} personne${s(people)}`,
    notNow: 'Pas maintenant',
    outdated: 'Quelque chose a changé pendant que vous lisiez cette page. Rien n’est publié : vérifiez et confirmez de nouveau.',
    unpostTitle: (number: number) => `Retirer les notes du jalon ${number}`,
    unpostQuestion: (number: number) => `Retirer les notes du jalon ${number} ?`,
    unpostWords:
      'Le groupe ne verra plus ni note ni commentaire. Les courriels partis ne se reprennent pas ; vous pourrez publier de nouveau.',
  },
  mail: {
    subject: (number: number, stage: string) => `Votre résultat du jalon ${number} est arrivé : ${stage}`,
    body: ({
      course,
      assignment,
      number,
      stage,
      link,
    }: {
      course: string;
      assignment: string;
      number: number;
      stage: string;
      link: string;
    }) =>
      `Bonjour,\n\nLe résultat de votre équipe au jalon ${number} (${stage}) est publié.\n\nConnectez-vous pour le lire :\n${link}\n\n${assignment}\n${course}\n`,
  },
  result: {
    heading: 'Résultat',
    of: (points: string, outOf: string) => `${points} sur ${outOf}`,
    outOf: (outOf: string) => `sur ${outOf}`,
    postedOn: 'Publié le',
    earned: 'Points obtenus',
    deduction: 'Retard',
    lateWords: (days: number, percent: number) => `${days} jour${s(days)}, ${percent} % des points obtenus par jour`,
    total: 'Note du jalon',
    criteria: 'Critère par critère',
    comment: 'Commentaire',
    general: 'Commentaire général',
    consequence: 'Suite :',
    grade: 'Corriger cette remise',
  },
  /** What is refused, and what is wrong with a file. */
  messages: {
    assessmentNotFound: 'Cette correction n’existe pas, ou ne vous est pas ouverte.',
    stageNotFound: 'Ce jalon n’existe pas dans ce cours.',
  },
};

export type Text = typeof fr;
