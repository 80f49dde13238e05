import type { Localised } from '../../kernel/localised.js';

interface Week {
  /** The unit's key in `slides/`; some units take two weeks, and the last weeks have none. */
  readonly unit: string | null;
  readonly title: Localised;
}

/** The thirteen weeks of the course, one class each. A lecturer changes dates and titles afterwards; this is where they begin. */
export const CALENDAR: readonly Week[] = [
  { unit: 'web-uses', title: { fr: 'Usages du web et lancement du projet', en: 'Uses of the web, and the project begins' } },
  { unit: 'content-marketing', title: { fr: 'Marketing de contenu', en: 'Content marketing' } },
  { unit: 'web-writing', title: { fr: 'Écrire pour le web', en: 'Writing for the web' } },
  { unit: 'web-monitoring', title: { fr: 'Monitorage du web', en: 'Web monitoring' } },
  {
    unit: 'competitive-analysis',
    title: { fr: 'Analyse concurrentielle I : ensemble, guide, preuves', en: 'Competitive analysis I: set, codebook, evidence' },
  },
  {
    unit: 'competitive-analysis',
    title: { fr: 'Analyse concurrentielle II : mesures et graphiques', en: 'Competitive analysis II: measures and plots' },
  },
  { unit: 'niche-strategy', title: { fr: 'Valeurs, niche et stratégie', en: 'Values, niche and strategy' } },
  { unit: 'content-distribution', title: { fr: 'Diffusion du contenu', en: 'Content distribution' } },
  {
    unit: 'web-pr',
    title: { fr: 'Relations publiques web I : relations et politique', en: 'Web public relations I: relations and policy' },
  },
  { unit: 'web-pr', title: { fr: 'Relations publiques web II : exercice de crise', en: 'Web public relations II: crisis drill' } },
  {
    unit: 'metaverse',
    title: { fr: 'Métavers, IA générative et lecture des modes', en: 'Metaverse, generative AI and how to read a fashion' },
  },
  { unit: null, title: { fr: 'Synthèse : les étapes d’une présence réussie', en: 'Putting it together: steps of a presence that works' } },
  { unit: null, title: { fr: 'Présentations', en: 'Presentations' } },
];
