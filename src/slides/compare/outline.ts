import type { DeckSlide } from '../../decks/index.js';

/** What two versions of one slide must have in common, whatever their words. */
export interface Outline {
  readonly kind: string;
  readonly classes: string;
  /** Of its poll or workshop. */
  readonly activity: string;
  readonly items: number;
  readonly pictures: number;
  readonly tables: number;
  readonly cells: number;
  /** The languages of its blocks of code. */
  readonly code: string;
  readonly options: number;
  /** Seconds of a poll, minutes of a workshop. */
  readonly time: number;
  readonly answer: number;
  readonly steps: number;
  readonly handover: number;
  readonly fragments: number;
  readonly notes: number;
}
export type Trait = keyof Outline;

export function outlineOf({ html, kind, poll, workshop, fragments, notes }: DeckSlide): Outline {
  const count = (shape: RegExp): number => html.match(shape)?.length ?? 0;
  const isActivity = poll !== null || workshop !== null;
  return {
    kind, classes: classesOf(html), activity: poll?.id ?? workshop?.id ?? '',
    // Of an activity the list is told by its options and steps.
    items: isActivity ? 0 : count(/<li\b/g),
    pictures: count(/<svg\b/g) + count(/<img\b/g), tables: count(/<table\b/g), cells: count(/<t[hd]\b/g),
    code:
      [...html.matchAll(/<code class="hljs language-([^"]+)"/g)].map(([, language]) => language).join(' ') + '+'.repeat(count(/<pre>/g)),
    options: poll?.options.length ?? 0, time: poll?.seconds ?? workshop?.minutes ?? 0, answer: poll?.answer ?? 0,
    steps: workshop?.steps.length ?? 0, handover: workshop?.handover ? 1 : 0,
    fragments, notes: notes === null ? 0 : 1,
  };
}

const classesOf = (html: string): string => {
  const [, classes = ''] = /^<section\b[^>]*\bclass="([^"]*)"/.exec(html) ?? [];
  return classes.split(' ').filter(Boolean).sort().join(' ');
};

const TRAITS: readonly Trait[] = [
  ...(['activity', 'kind', 'classes', 'items', 'pictures', 'tables', 'cells', 'code'] as const),
  ...(['options', 'time', 'answer', 'steps', 'handover', 'fragments', 'notes'] as const),
];

/** The traits in which they differ. Cells of tables that are not there say nothing new, nor does the class of another kind of slide. */
export function differing(one: Outline, other: Outline): Trait[] {
  const differ = TRAITS.filter((trait) => one[trait] !== other[trait]);
  if (differ.includes('activity')) return ['activity'];
  const told: Partial<Record<Trait, Trait>> = { cells: 'tables', classes: 'kind' };
  return differ.filter((trait) => !(told[trait] && differ.includes(told[trait])));
}
