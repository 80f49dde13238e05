import type { DeckSlide } from '../../decks/index.js';
import { hasClass } from '../../platform/markup/html-elements.js';
import { type HtmlTag, tagsIn } from '../../platform/markup/html-tags.js';

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
  const tags = tagsIn(html).tags.filter(({ kind }) => kind === 'open');
  const count = (...names: string[]): number => tags.filter(({ name }) => names.includes(name)).length;
  const isActivity = poll !== null || workshop !== null;
  return {
    kind,
    classes: classesOf(tags[0]),
    activity: poll?.id ?? workshop?.id ?? '',
    // Of an activity the list is told by its options and steps.
    items: isActivity ? 0 : count('li'),
    pictures: count('svg', 'img'),
    tables: count('table'),
    cells: count('th', 'td'),
    code:
      tags.flatMap(languageOf).join(' ') +
      '+'.repeat(tags.filter(({ name, attributes }) => name === 'pre' && !('class' in attributes)).length),
    options: poll?.options.length ?? 0,
    time: poll?.seconds ?? workshop?.minutes ?? 0,
    answer: poll?.answer ?? 0,
    steps: workshop?.steps.length ?? 0,
    handover: workshop?.handover ? 1 : 0,
    fragments,
    notes: notes === null ? 0 : 1,
  };
}

/** Of a block that is highlighted; the other blocks of code are counted alone. */
const languageOf = (tag: HtmlTag): string[] =>
  tag.name === 'code' && hasClass(tag, 'hljs') ? (/(?<=\blanguage-)\S+/.exec(tag.attributes['class'] ?? '') ?? []) : [];

const classesOf = (section: HtmlTag | undefined): string =>
  (section?.attributes['class'] ?? '').split(' ').filter(Boolean).sort().join(' ');

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
