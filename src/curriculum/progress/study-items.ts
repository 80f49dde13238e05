import type { Lang } from '../../kernel/localised.js';
import type { Reading, Unit } from '../unit-file.js';

export const DECK = 'deck';
export const SELF_CHECK = 'self-check';
export const WORKSHOP = 'workshop';

export type ItemKind = 'deck' | 'reading' | 'self-check' | 'workshop';

/** One thing a unit holds to be done, under the name its mark is kept by. */
export interface StudyItem {
  readonly key: string;
  readonly kind: ItemKind;
  /** Whether the progress of the unit waits for it. */
  readonly isAsked: boolean;
  /** Where it is one. */
  readonly reading: Reading | null;
}

/** What a unit holds beside what its own file says. */
export interface UnitHoldings {
  /** How many columns of slides; 0 where no deck is written. */
  readonly slides: number;
  readonly hasSelfCheck: boolean;
  readonly hasWorkshop: boolean;
}

/** What somebody did with one item, as it is kept. */
export interface StudyMark {
  readonly unit: string;
  readonly item: string;
  /** Read to the end; of a self-check, first answered. */
  readonly finishedAt: Date | null;
  readonly doneByHandAt: Date | null;
  /** Of a deck: the slide last seen, counted from 1 as its address does, and in which language. */
  readonly slide: number | null;
  readonly language: Lang | null;
  readonly seenAt: Date;
}

/** A reading has no name of its own in `unit.yaml`: its title gives one, which holds as long as the title does. */
export const readingKey = (title: string): string =>
  `reading:${title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)}`;

/** What a unit holds, in the order of its page. Further reading may be marked too, but nobody owes it. */
export function itemsOf({ readings }: Pick<Unit, 'readings'>, { slides, hasSelfCheck, hasWorkshop }: UnitHoldings): StudyItem[] {
  const asked = (key: string, kind: ItemKind): StudyItem => ({ key, kind, isAsked: true, reading: null });
  return [
    ...(slides > 0 ? [asked(DECK, 'deck')] : []),
    ...readings.map((reading): StudyItem => ({
      key: readingKey(reading.title),
      kind: 'reading',
      isAsked: reading.kind === 'essential',
      reading,
    })),
    ...(hasSelfCheck ? [asked(SELF_CHECK, 'self-check')] : []),
    ...(hasWorkshop ? [asked(WORKSHOP, 'workshop')] : []),
  ];
}
