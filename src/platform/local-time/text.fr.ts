export const fr = {
  zone: (zone: string) => `Heure du cours (${zone}).`,
  occurrence: 'Laquelle des deux ?',
  occurrences: { first: 'La première, avant le retour à l’heure normale', second: 'La seconde, une heure plus tard' },
  wrong: 'Cette date ne se lit pas. Écrivez un jour et une heure.',
  never: 'Cette heure n’existe pas ce jour-là : on passe à l’heure avancée. Choisissez une heure plus tard.',
  twice: 'Cette heure vient deux fois ce jour-là : on revient à l’heure normale. Dites laquelle.',
};

export type Text = typeof fr;
