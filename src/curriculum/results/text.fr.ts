const people = (count: number): string => `${count} ${count > 1 ? 'personnes' : 'personne'}`;

export const fr = {
  title: (number: number, title: string) => `Résultats du module ${number}, ${title}`,
  crumb: 'Résultats',
  heading: 'Ce que la classe en a fait',
  link: 'Voir les résultats',
  facts: { opened: 'Ont ouvert le module', finished: 'Ont lu les diapos jusqu’au bout', answered: 'Ont répondu à l’autoévaluation' },
  of: (part: number, whole: number) => `${part} sur ${whole}`,
  notReleased: 'Ce module n’est pas ouvert aux personnes inscrites : il est normal que rien n’y soit fait.',
  noSection: { title: 'Aucun groupe ne vous est confié', text: 'Les résultats des groupes qu’on vous confiera se liront ici.' },
  nobody: {
    title: 'Personne n’est encore inscrit',
    text: 'Les résultats se liront ici dès que des personnes seront inscrites dans vos groupes.',
  },
  check: {
    title: 'Autoévaluation',
    lede: 'La question la plus difficile d’abord. Chaque personne compte une fois par question.',
    none: 'Ce module n’a pas d’autoévaluation.',
    unanswered: {
      title: 'Aucune réponse pour l’instant',
      text: 'Les questions que la classe trouve difficiles se liront ici, la plus difficile en premier.',
    },
    chart: 'Part des bonnes réponses',
    chartNote: 'Les numéros sont ceux des questions du tableau.',
    finding: (number: number, right: number, count: number) =>
      `La question ${number} est la plus difficile : trouvée au premier essai par ${people(right)} sur ${count}.`,
    table: 'Questions de l’autoévaluation, la plus difficile d’abord',
    columns: { number: 'No', question: 'Question', answered: 'Réponses', first: 'Au premier essai', best: 'Au meilleur essai' },
    share: (part: number, percent: number) => `${part} (${percent} %)`,
    percent: (percent: number) => `${percent} %`,
  },
  who: {
    title: 'Qui a ouvert ce module',
    nobody: 'Personne ne l’a encore ouvert.',
    table: 'Personnes qui ont ouvert ce module',
    columns: { name: 'Nom', section: 'Groupe', opened: 'Première ouverture', slides: 'Diapos', tries: 'Essais' },
    finished: 'Jusqu’au bout',
    slide: (slide: number, of: number) => `${slide} sur ${of}`,
    unread: 'Pas encore',
    ahead: 'Ne l’ont pas encore ouvert',
    all: 'Toutes les personnes inscrites l’ont ouvert.',
    inSection: (section: string) => `groupe ${section}`,
  },
};

export type Text = typeof fr;
