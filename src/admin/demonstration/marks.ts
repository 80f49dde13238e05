/** What a grader chose and wrote, by the keys of the rubric. */
export interface DemonstrationGrading {
  readonly team: string;
  readonly by: 'assistant1' | 'assistant2' | 'assistant3';
  readonly is: 'finished' | 'draft';
  readonly criteria: Readonly<Record<string, { readonly level: string; readonly points: number; readonly comment: string }>>;
  readonly gate: { readonly level: 'ok' | 'minor'; readonly comment: string } | null;
  readonly comment: string;
}

const framing = (level: string, points: number, comment: string): DemonstrationGrading['criteria'] => ({
  framing: { level, points, comment },
});
const INTACT = { level: 'ok', comment: '' } as const;

/** The first stage, graded to the end. */
export const FIRST_STAGE: readonly DemonstrationGrading[] = [
  {
    team: 'Boussole',
    by: 'assistant1',
    is: 'finished',
    criteria: framing(
      'A',
      9,
      'Décision nette, ensemble varié, rejets bien argumentés. Il manque seulement la raison du choix de la quatrième requête.',
    ),
    gate: INTACT,
    comment: 'Vous pouvez commencer la collecte telle quelle. Gardez cette précision pour le guide de codage.',
  },
  {
    team: 'Cabestan',
    by: 'assistant1',
    is: 'finished',
    criteria: framing(
      'B',
      8,
      'Bonne question, et l’économusée est une rivale bien vue. Le contrat ne dit pas ce qui arrive si une personne ne livre pas.',
    ),
    gate: INTACT,
    comment: 'La saison terminée est une vraie limite : votre idée de passer par les archives est la bonne.',
  },
  {
    team: 'Tamarack',
    by: 'assistant2',
    is: 'finished',
    criteria: framing(
      'A',
      10,
      'A decision one can answer, a set of four kinds, both rejections argued. The newsletter as a rival is a fine find.',
    ),
    gate: INTACT,
    comment: 'Keep the discipline you show in the AI statement: testing every suggestion is exactly what is asked.',
  },
  {
    team: 'Grand Pic',
    by: 'assistant2',
    is: 'finished',
    criteria: framing('B', 7, 'La décision est bonne ; l’ensemble tient, mais le parc régional et le club se ressemblent beaucoup.'),
    gate: INTACT,
    comment: 'Votre second envoi a réglé la question du consentement. Pensez à une rivale de plus, hors du tourisme.',
  },
  {
    team: 'Quai 9',
    by: 'assistant3',
    is: 'finished',
    criteria: framing('C', 6, 'Deux sortes de rivales seulement, et des paragraphes qui annoncent sans décider. Les requêtes sont bonnes.'),
    gate: { level: 'minor', comment: 'La version de l’outil n’est pas nommée dans la déclaration.' },
    comment: 'Reprenez l’ensemble comparé avant la collecte : il vous manque une organisation qui vend autre chose au même public.',
  },
  {
    team: 'Verglas',
    by: 'assistant3',
    is: 'finished',
    criteria: framing('D', 4, 'L’ensemble réunit des géants qu’on admire, et la décision attend encore la rencontre avec la troupe.'),
    gate: { level: 'minor', comment: 'L’agent utilisé n’est pas nommé.' },
    comment: 'Prenez rendez-vous avec la clinique de méthode avant la prochaine classe : le sujet est bon, il reste à le cerner.',
  },
];

/** The second stage, under way: one finished, two begun, one not opened. */
export const SECOND_STAGE: readonly DemonstrationGrading[] = [
  {
    team: 'Boussole',
    by: 'assistant1',
    is: 'finished',
    criteria: {
      evidence: { level: 'A', points: 17, comment: 'Chaque nombre a sa preuve, et les cellules vides sont expliquées une à une.' },
      coding: {
        level: 'A',
        points: 11,
        comment: 'Guide clair, contre-exemples utiles, désaccords réglés par une règle plutôt que par un compromis.',
      },
    },
    gate: INTACT,
    comment: 'Un travail sur lequel on peut bâtir l’analyse.',
  },
  {
    team: 'Tamarack',
    by: 'assistant2',
    is: 'draft',
    criteria: {
      evidence: { level: 'B', points: 15, comment: 'Strong evidence log. Four relative dates could have been fixed with the archive.' },
    },
    gate: null,
    comment: '',
  },
  {
    team: 'Grand Pic',
    by: 'assistant3',
    is: 'draft',
    criteria: { coding: { level: 'C', points: 8, comment: 'Le guide n’a pas changé malgré onze désaccords : à discuter.' } },
    gate: null,
    comment: '',
  },
];
