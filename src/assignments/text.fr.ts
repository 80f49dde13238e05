export const fr = {
  /** What is refused, and what is wrong with a file. */
  messages: {
    assignmentNotFound: 'Ce travail n’existe pas dans ce cours.',
    fileMissing: 'Ce fichier manque : le travail n’est pas montré.',
    noSuchStageCalled: (key: string, stage: string) => `${key} : aucune étape ne s’appelle ${stage}`,
    unevenCriteria: (key: string, sum: number, points: number) => `les critères de ${key} font ${sum} en tout, et l’étape vaut ${points}`,
  },
  /** As a search calls it. */
  found: { one: 'Consignes', several: 'Consignes' },
};

export type Text = typeof fr;
