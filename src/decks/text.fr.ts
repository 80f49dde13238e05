export const fr = {
  poll: (seconds: number) => `Sondage · ${seconds % 60 === 0 && seconds >= 120 ? `${seconds / 60} minutes` : `${seconds} secondes`}`,
  exercise: (minutes: number) => `Exercice · ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  workshop: 'Atelier, en équipe',
  minutes: (minutes: number) => `${minutes} min`,
  handover: 'À remettre',
};

export type Text = typeof fr;
