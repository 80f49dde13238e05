export const fr = {
  title: 'Plan de cours',
  calendar: 'Semaine par semaine',
  calendarTable: 'Calendrier du cours',
  columns: { week: 'Semaine', theme: 'Thème', inClass: 'En classe', due: 'À remettre' },
  unit: (number: number) => `Module ${number}`,
  criteria: (title: string, points: string) => `${title}, sur ${points}`,
  criteriaTable: (title: string) => `Critères : ${title}`,
  criteriaColumns: { criterion: 'Critère', points: 'Points' },
  session: 'Une séance de trois heures',
  minutes: (minutes: string) => `${minutes} min`,
  policies: 'Règles',
};

export type Text = typeof fr;
