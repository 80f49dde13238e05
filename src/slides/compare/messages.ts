import type { Localised } from '../../kernel/localised.js';
import type { Trait } from './outline.js';

interface Named {
  readonly number: number;
  readonly title: string;
}
interface Values {
  /** Of the French slide. */
  readonly number: number;
  readonly fr: string | number;
  readonly en: string | number;
}

const NAMES: Readonly<Record<Trait, Localised>> = {
  kind: { fr: 'sorte de diapo', en: 'kind of slide' },
  classes: { fr: 'classes', en: 'classes' },
  activity: { fr: 'id du sondage ou de l’atelier', en: 'id of the poll or workshop' },
  items: { fr: 'éléments de liste', en: 'list items' },
  pictures: { fr: 'figures', en: 'figures' },
  tables: { fr: 'tableaux', en: 'tables' },
  cells: { fr: 'cases de tableau', en: 'table cells' },
  code: { fr: 'blocs de code', en: 'blocks of code' },
  options: { fr: 'choix du sondage', en: 'options of the poll' },
  time: { fr: 'durée', en: 'time' },
  answer: { fr: 'bonne réponse', en: 'right answer' },
  steps: { fr: 'étapes', en: 'steps' },
  handover: { fr: 'ligne « à remettre »', en: '“to hand over” line' },
  fragments: { fr: 'étapes d’affichage', en: 'steps of display' },
  notes: { fr: 'notes', en: 'notes' },
};

const shown = (value: string | number): string => (value === '' ? '∅' : String(value));

/** What differs between two decks, in the words of the person who mends it. */
export const comparisonMessages = {
  trait: (trait: Trait, { number, fr, en }: Values): Localised => ({
    fr: `Diapo ${number}, ${NAMES[trait].fr} : ${shown(fr)} en français, ${shown(en)} en anglais.`,
    en: `Slide ${number}, ${NAMES[trait].en}: ${shown(fr)} in French, ${shown(en)} in English.`,
  }),
  onlyFrench: ({ number, title }: Named): Localised => ({
    fr: `La diapo ${number} du français, « ${title} », n’a pas d’équivalent en anglais.`,
    en: `Slide ${number} of the French deck, “${title}”, has none like it in English.`,
  }),
  onlyEnglish: ({ number, title }: Named): Localised => ({
    fr: `La diapo ${number} de l’anglais, « ${title} », n’a pas d’équivalent en français.`,
    en: `Slide ${number} of the English deck, “${title}”, has none like it in French.`,
  }),
  noFrench: { fr: 'Ce jeu n’est pas écrit en français.', en: 'This deck is not written in French.' },
  noEnglish: { fr: 'Ce jeu n’est pas écrit en anglais.', en: 'This deck is not written in English.' },
  frenchBehind: {
    fr: 'L’anglais a changé après le français : relisez le français.',
    en: 'The English deck changed after the French one: read the French one again.',
  },
  englishBehind: {
    fr: 'Le français a changé après l’anglais : relisez l’anglais.',
    en: 'The French deck changed after the English one: read the English one again.',
  },
};
