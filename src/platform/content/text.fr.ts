export const fr = {
  yaml: (message: string) => `YAML : ${message}`,
  at: (path: string, reason: string) => `${path} : ${reason}`,
  lineMissing: 'il manque cette ligne',
  colonInText: 'ce texte contient un deux-points, mettez-le entre guillemets droits',
};

export type Text = typeof fr;
