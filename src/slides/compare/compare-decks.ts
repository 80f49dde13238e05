import type { Localised } from '../../kernel/localised.js';
import { typesetAll } from '../../platform/i18n/texts.js';
import type { Deck, DeckSlide } from '../../decks/index.js';
import { aligned } from './align.js';
import { differing, type Outline, outlineOf, type Trait } from './outline.js';
import { comparisonMessages } from './messages.js';

/** A slide of one of the two decks, to be found again. */
export interface SlideLocation {
  /** Counted from 1 through the whole deck. */
  readonly number: number;
  readonly h: number;
  readonly v: number;
  readonly line: number;
  readonly title: string;
}

export interface Difference {
  readonly fr: SlideLocation | null;
  readonly en: SlideLocation | null;
  readonly reason: Localised;
  /** In the English file, which follows the French one; where nothing stands there, where it would. */
  readonly line: number;
}

type Outlined = SlideLocation & { readonly outline: Outline };

/** What differs between the two decks of a unit beyond their words, slide by slide. */
export function compareDecks(fr: Deck, en: Deck): Difference[] {
  const pairs = aligned(outlined(fr), outlined(en), (one, other) => distance(one.outline, other.outline));
  let line = 1;
  return pairs.flatMap(([french, english]) => {
    line = english?.line ?? line;
    if (!french || !english) return [missing(french, english, line)];
    return differing(french.outline, english.outline).map((trait) => difference(trait, french, english));
  });
}

const outlined = (deck: Deck): Outlined[] =>
  deck.slides.map((slide: DeckSlide, index) => {
    const { h, v, line, title } = slide;
    return { number: index + 1, h, v, line, title, outline: outlineOf(slide) };
  });

/** Another activity is another slide. */
const distance = (one: Outline, other: Outline): number => {
  const differ = differing(one, other);
  return differ.includes('activity') ? 9 : differ.length;
};

function missing(french: Outlined | null, english: Outlined | null, line: number): Difference {
  const reason = french ? comparisonMessages.onlyFrench(french) : comparisonMessages.onlyEnglish(english as Outlined);
  return { fr: french && locationOf(french), en: english && locationOf(english), reason: typesetAll(reason), line };
}

function difference(trait: Trait, french: Outlined, english: Outlined): Difference {
  const values = { number: french.number, fr: french.outline[trait], en: english.outline[trait] };
  const reason = typesetAll(comparisonMessages.trait(trait, values));
  return { fr: locationOf(french), en: locationOf(english), reason, line: english.line };
}

const locationOf = ({ number, h, v, line, title }: SlideLocation): SlideLocation => ({ number, h, v, line, title });
