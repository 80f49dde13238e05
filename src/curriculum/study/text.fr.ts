const s = (count: number): string => (count > 1 ? 's' : '');

export const fr = {
  file: 'Fichier',
  problems: (count: number) => `${count} problème${s(count)} dans ce fichier : la dernière version lisible est montrée.`,
  line: (line: number) => `ligne ${line}`,
  check: {
    title: 'Autoévaluation',
    questions: (count: number) => `${count} questions`,
    position: (index: number, count: number) => `Question ${index} sur ${count}`,
    noMark: 'sans note',
    counts: 'le meilleur essai compte dans la participation',
    several: 'Plusieurs réponses sont justes.',
    verify: 'Vérifier',
    next: 'Question suivante',
    seeResult: 'Voir le résultat',
    finish: 'Tout vérifier',
    right: 'Oui.',
    wrong: 'Pas tout à fait.',
    rightOption: 'juste',
    yourChoice: 'votre choix',
    slide: (slide: number) => `Revoir la diapo ${slide}`,
    unanswered: 'Choisissez une réponse.',
    result: (right: number, asked: number) => `${right} sur ${asked}`,
    resultSentence: (right: number, asked: number) =>
      right === asked
        ? 'Tout est juste. Passez à l’atelier.'
        : `${asked - right} question${s(asked - right)} à revoir, avec ${asked - right > 1 ? 'leurs diapos' : 'sa diapo'}.`,
    again: 'Recommencer',
    kept: 'Essai gardé.',
    keeping: 'Enregistrement de l’essai',
    notKept: 'L’essai n’est pas encore gardé : la connexion a manqué.',
    keepAgain: 'Garder l’essai',
    noAnswer: 'La réponse n’est pas arrivée jusqu’ici. Essayez de nouveau.',
    shutOut: 'Votre session est finie. Reconnectez-vous dans un autre onglet, puis recommencez ici.',
    tries: (count: number) => `Vos essais (${count})`,
    newest: (count: number) => `Les ${count} plus récents.`,
    attempt: (attempt: number) => `Essai ${attempt}`,
    best: 'meilleur',
    attemptOf: (attempt: number) => `Essai ${attempt}, réponses et explications`,
    withdrawn: (count: number) =>
      count > 1 ? `${count} questions de cet essai ne sont plus posées.` : 'Une question de cet essai n’est plus posée.',
    staffTries: 'Vos essais ne comptent pas parmi ceux des étudiantes et des étudiants.',
  },
  counting: {
    title: 'Participation au cours',
    label: 'Le meilleur essai compte dans la participation',
    hint: 'Le carnet de notes montre alors le meilleur résultat de chaque personne, à part des notes.',
    save: 'Enregistrer',
    saved: 'Choix enregistré.',
    conflict: 'Quelqu’un a changé ce choix entre-temps. Le vôtre est encore ci-dessous ; enregistrez-le pour qu’il prévale.',
  },
  workshop: {
    badge: 'Atelier',
    minutes: (minutes: number) => `${minutes} min, en équipe, en classe`,
    stepMinutes: (minutes: number) => `${minutes} min`,
    bring: 'À apporter',
    steps: 'Étapes',
    handOver: 'À remettre',
    debrief: 'Pour en parler ensuite',
    sheet: 'Fiche à imprimer',
    pageTitle: (title: string) => `Atelier : ${title}`,
    back: 'Retour au module',
  },
  terms: {
    title: 'Termes clés',
    all: 'Tout le glossaire',
  },
  glossary: {
    title: 'Glossaire',
    lede: (count: number) => `${count} termes du cours, en français et en anglais.`,
    find: 'Chercher un terme',
    unit: 'Module',
    allUnits: 'Tous les modules',
    show: 'Montrer',
    /** The script puts the number in the braces. */
    shown: { none: 'Aucun terme ne correspond.', one: '1 terme', several: '{} termes' },
    clear: 'Tout montrer',
    units: 'Modules :',
    unitNumber: (number: number) => `Module ${number}`,
  },
};

export type Text = typeof fr;
