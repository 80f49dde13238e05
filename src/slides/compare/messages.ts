import type { Localised } from '../../kernel/localised.js';
import type { Trait } from './outline.js';
import { compareTexts } from './text.js';

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

const { traits, trait, onlyFrench, onlyEnglish, ...whole } = compareTexts.inBoth.differences;
const shown = (value: string | number): string => (value === '' ? '∅' : String(value));

/** What differs between two decks, in both languages. */
export const comparisonMessages = {
  ...whole,
  trait: (of: Trait, { number, fr, en }: Values): Localised => ({
    fr: trait(number, traits[of].fr, shown(fr), shown(en)).fr,
    en: trait(number, traits[of].en, shown(fr), shown(en)).en,
  }),
  onlyFrench: ({ number, title }: Named): Localised => onlyFrench(number, title),
  onlyEnglish: ({ number, title }: Named): Localised => onlyEnglish(number, title),
};
