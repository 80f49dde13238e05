import { frenchS as s } from '../kernel/plural.js';
import { numberText } from '../platform/markup/amounts.js';

export const fr = {
  nav: 'Projet',
  course: 'Cours',
  stage: (number: number) => `Jalon ${number}`,
  dueOn: (when: string) => `à remettre ${when}`,
  points: (points: number) => `${numberText('fr', points)} point${s(points)}`,
  late: (days: number) => `${days} jour${s(days)} de retard`,
  attempt: (attempt: number) => `Tentative ${attempt}`,
  noText: 'Rien d’écrit',

  brief: {
    weight: (percent: number) => `${percent} % du cours, en équipe`,
    stages: 'Les jalons',
    brief: 'La consigne',
    worksheets: 'Les cahiers des équipes',
    due: 'À remettre',
    opens: 'Ouvre',
    lateUntil: 'Encore accepté, avec pénalité, jusqu’au',
    worth: 'Valeur',
    rule: 'Retard',
    lateRule: (percent: number, days: number) =>
      `${percent} % de ce que le travail vaut par jour entamé, pendant ${days} jour${s(days)} ; ensuite, il n’est plus accepté.`,
    noLate: 'Aucune remise n’est acceptée après l’échéance.',
    tokens: (tokens: number, hours: number) =>
      `Chaque équipe a ${tokens} jeton${s(tokens)} de ${hours} h, à demander à l’équipe enseignante avant l’échéance.`,
    team: 'Votre équipe',
    teams: 'Voir les équipes',
    noTeam: {
      title: 'Il vous faut une équipe',
      hint: 'Le travail se fait et se remet à plusieurs. Joignez-vous à une équipe pour commencer.',
      action: 'Choisir une équipe',
    },
    draftSaved: (when: string) => `Brouillon enregistré le ${when}`,
    handedIn: (when: string) => `remise le ${when}`,
    states: { later: 'À venir', open: 'Ouvert', late: 'En retard, encore accepté', closed: 'Fermé', 'handed-in': 'Remis' },
    rubric: {
      title: 'La grille d’évaluation',
      lede: (criteria: number, points: number) =>
        `${criteria} critère${s(criteria)}, ${numberText('fr', points)} point${s(points)}. Un niveau est une fourchette : l’équipe enseignante choisit les points à l’intérieur.`,
      caption: 'Critères, niveaux et points',
      criterion: 'Critère',
      range: (from: string, to: string) => (from === to ? from : `${from} à ${to}`),
      gate: 'La règle d’intégrité',
      gateLede: 'Elle ne donne pas de points, mais elle peut retenir la note.',
      gateLevel: 'Constat',
      gateMeaning: 'Ce que cela veut dire',
      gateConsequence: 'Ce qui s’ensuit',
    },
  },

  work: {
    title: (number: number, title: string) => `Jalon ${number} : ${title}`,
    texts: 'Les textes',
    files: 'Les fichiers',
    mostWords: (most: number) => `${most} mot${s(most)} au plus.`,
    words: (count: number, most: number) => `${count} mot${s(count)} sur ${most}`,
    filesHint: (most: number, size: string) =>
      `PDF, DOCX, PPTX, XLSX, PNG, JPEG, CSV, MD ou ZIP ; ${size} par fichier, ${most} fichier${s(most)} en tout.`,
    attached: (label: string) => `Fichiers joints : ${label}`,
    remove: 'Retirer',
    removeLabel: (name: string) => `Retirer ${name}`,
    save: 'Enregistrer le brouillon',
    handIn: 'Remettre',
    handInAgain: 'Remettre de nouveau',
    ask: (stage: number) => `Remettre le jalon ${stage} ?`,
    askThen: (team: string, attempt: number, files: readonly string[]) =>
      `${team}, tentative ${attempt}. Partent : les textes de cette page, ${files.length > 0 ? `${files.join(', ')}, ` : ''}et les fichiers que vous venez de choisir. Chaque membre reçoit le reçu par courriel.`,
    noScript: 'Un seul bouton remet : vous pouvez enregistrer autant de fois que vous voulez.',
    earlier: 'Vos remises',
    earlierCaption: 'Remises de ce jalon, la plus récente d’abord',
    none: 'Rien de remis pour l’instant. Vous pourrez remettre plusieurs fois avant l’échéance : la dernière tentative compte.',
    columns: { attempt: 'Tentative', at: 'Remise', by: 'Par', files: 'Fichiers', receipt: 'Reçu' },
    done: { saved: 'Brouillon enregistré. Toute l’équipe le voit.', removed: 'Fichier retiré du brouillon.' },
    closed: (when: string) => `Ce jalon est fermé depuis le ${when}.`,
    expired: 'Votre session a pris fin. Votre texte est encore ici : reconnectez-vous dans un autre onglet, puis continuez.',
    kept: 'Ce que vous aviez écrit est gardé ci-dessous.',
    late: (when: string, until: string) =>
      `L’échéance était le ${when}. Vous pouvez encore remettre jusqu’au ${until} ; la règle des retards s’applique.`,
    replaces: (attempt: number, days: number, percent: string) =>
      `Votre tentative ${attempt}, remise à temps, sera remplacée par une remise en retard de ${days} jour${s(days)} : celle-ci perd ${percent} % des points obtenus.`,
    conflict: {
      title: (name: string) => `${name} a enregistré pendant que vous écriviez.`,
      hint: 'Comparez, reprenez ce que vous voulez, puis enregistrez : votre version prendra la place de l’autre. Rien n’est perdu.',
      theirs: (name: string) => `Version de ${name}`,
      somebody: 'Une autre personne',
    },
    errors: {
      missingText: 'Écrivez une réponse avant de remettre.',
      tooManyWords: (count: number, most: number) =>
        `Ce texte compte ${count} mot${s(count)} ; il en faut ${most} au plus. Raccourcissez-le, puis remettez.`,
      tooLong: (most: string) =>
        `Ce texte dépasse ${most} caractères : il n’a pas été enregistré. Raccourcissez-le, ou joignez-le en fichier.`,
      missingFile: 'Joignez au moins un fichier avant de remettre.',
      wrongKind: (name: string) => `« ${name} » : ce genre de fichier n’est pas accepté, ou son contenu ne correspond pas à son nom.`,
      tooLarge: (name: string, size: string) => `« ${name} » dépasse ${size}. Réduisez-le, ou donnez un lien dans le texte.`,
      empty: (name: string) => `« ${name} » est vide. Vérifiez-le, puis joignez-le de nouveau.`,
      tooMany: (name: string, most: number) =>
        `« ${name} » est de trop : ${most} fichier${s(most)} au plus en tout. Retirez-en, ou regroupez-les en ZIP.`,
      noStore: (name: string) =>
        `« ${name} » n’a pas pu être enregistré pour le moment. Choisissez-le de nouveau dans quelques minutes ; votre texte est gardé.`,
      noRoom: (name: string) =>
        `« ${name} » n’a pas pu être enregistré : il n’y a plus de place pour les fichiers. Prévenez l’équipe enseignante ; votre texte est gardé.`,
    },
  },

  refusals: {
    archived: 'Ce cours est archivé : il se lit, mais on n’y remet plus rien.',
    noTeam: 'Vous n’êtes dans aucune équipe. Joignez-vous à une équipe, puis recommencez : votre texte est gardé ci-dessous.',
    notYet: 'Ce jalon n’est pas encore ouvert.',
    closed: 'Ce jalon est fermé : le délai accordé aux retards est passé lui aussi.',
    notFound: 'Cette remise n’existe pas, ou ne vous est pas ouverte.',
    fileNotFound: 'Ce fichier n’existe pas, ou ne vous est pas ouvert.',
    outdated: 'La page a changé depuis que vous l’avez ouverte. Revenez en arrière, copiez vos textes, rechargez la page et recommencez.',
  },

  attemptPage: {
    title: (number: number, attempt: number) => `Jalon ${number}, tentative ${attempt}`,
    handedIn: 'Votre travail est remis. Chaque membre de l’équipe reçoit ce reçu par courriel.',
    texts: 'Ce qui a été écrit',
    files: 'Fichiers',
  },

  receipt: {
    title: 'Reçu',
    code: 'Numéro du reçu',
    team: 'Équipe',
    stage: 'Jalon',
    attempt: 'Tentative',
    at: 'Remis le',
    by: 'Par',
    members: 'Membres à ce moment',
    due: 'Échéance',
    punctual: 'Remis à temps',
    late: (days: number) => `${days} jour${s(days)} de retard. La règle du cours s’applique.`,
    newer: (latest: number) => `Une tentative plus récente existe : la tentative ${latest}.`,
    files: 'Fichiers remis',
    noFiles: 'Aucun fichier.',
    hash: 'SHA-256',
  },

  mail: {
    subject: (stage: number, team: string, receipt: string) => `Reçu ${receipt} : jalon ${stage}, ${team}`,
    greeting: (name: string) => `Bonjour ${name},`,
    opening: (by: string, stage: string, team: string) => `${by} a remis « ${stage} » pour l’équipe ${team}. Gardez ce reçu.`,
    receipt: (code: string) => `Reçu : ${code}`,
    attempt: (attempt: number) => `Tentative : ${attempt}`,
    at: (when: string) => `Remis : ${when}`,
    due: (when: string) => `Échéance : ${when}`,
    late: (days: number) => `Retard : ${days} jour${s(days)}, la règle du cours s’applique.`,
    files: (count: number) => (count === 0 ? 'Aucun fichier.' : count === 1 ? 'Un fichier :' : `${count} fichiers :`),
    hash: (sha256: string) => `SHA-256 ${sha256}`,
    link: 'Voir la remise :',
    again: 'Vous pouvez remettre de nouveau jusqu’à l’échéance : la dernière tentative compte.',
  },
};
