import { deckLink } from '../../decks/deck-address.shared.js';
import type { Lang } from '../../kernel/localised.js';
import { useViewAs } from '../../platform/markup/view-as.js';

/** A deck whose bookmark is kept with the course. Of those who look through a student's eyes no bookmark is kept. */
export function useDeckAddress(course: string): (lang: Lang, unit: string, slide?: number) => string {
  const viewAs = useViewAs();
  return (lang, unit, slide) => deckLink(lang, unit, viewAs ? null : course, slide);
}
