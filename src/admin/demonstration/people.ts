import type { Lang } from '../../kernel/localised.js';

/** Everybody in the demonstration is made up. Accounts that say no language follow whoever tries them. */
export interface DemonstrationPerson {
  readonly email: string;
  readonly name: string;
  readonly language: Lang | null;
}

const at = (account: string, name: string, language: Lang | null = null): DemonstrationPerson => ({
  email: `${account}@attrait.example`,
  name,
  language,
});

export const ADMIN = at('admin', 'Denis Laframboise');
export const LECTURER = at('lecturer', 'Hélène Cormier');

export interface DemonstrationAssistant extends DemonstrationPerson {
  readonly sections: readonly string[];
}
export const ASSISTANTS: readonly DemonstrationAssistant[] = [
  { ...at('assistant1', 'Simon Archambault'), sections: ['01', '02'] },
  { ...at('assistant2', 'Nadia Rahmani'), sections: ['01', '02'] },
  { ...at('assistant3', 'Claire Whitmore'), sections: ['02'] },
];

export const SECTIONS = ['01', '02'];

/** Six teams of four, three in each section; the number of a student is the position of their name here. */
export const TEAMS: readonly { readonly name: string; readonly section: string; readonly members: readonly DemonstrationPerson[] }[] = [
  { name: 'Boussole', section: '01', members: students(1, ['Maëlle Gagnon-Roy', 'Thomas Bélanger', 'Aïcha Benali', 'Philippe Nguyen']) },
  { name: 'Cabestan', section: '01', members: students(5, ['Élodie Marchand', 'Samuel Thériault', 'Fatou Diarra', 'Vincent Caron-Leduc']) },
  { name: 'Tamarack', section: '01', members: students(9, ['Hannah Whitfield', 'Liam O’Donnell', 'Priya Raman', 'Noah Fairchild'], 'en') },
  {
    name: 'Grand Pic',
    section: '02',
    members: students(13, ['Camille Desrosiers', 'Olivier Saint-Pierre', 'Inès Haddad', 'Mathieu Lavoie']),
  },
  { name: 'Quai 9', section: '02', members: students(17, ['Juliette Paquin', 'Karim Ouellet', 'Sofia Marinescu', 'Étienne Fortier']) },
  { name: 'Verglas', section: '02', members: students(21, ['Rosalie Dumont', 'Jérémie Castonguay', 'Mei-Lin Zhao', 'Gabriel Arsenault']) },
];

function students(first: number, names: readonly string[], language: Lang | null = null): DemonstrationPerson[] {
  return names.map((name, index) => at(`student${first + index}`, name, language));
}
