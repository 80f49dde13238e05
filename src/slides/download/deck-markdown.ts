import type { Deck } from '../../decks/index.js';

/** A deck as a file to take away: its slides as they are typed, nothing in it that the slides do not show. */
export const deckMarkdown = ({ slides }: Deck): string =>
  slides.map(({ h, v, markdown }) => (h === 0 && v === 0 ? '' : v > 0 ? '\n--\n\n' : '\n---\n\n') + `${trimmed(markdown)}\n`).join('');

/** Lines of white space around a slide say nothing; the spaces that begin its first line may. */
const trimmed = (markdown: string): string => markdown.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
