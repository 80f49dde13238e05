import { type Deck, Fence } from '../../decks/index.js';

/**
 * A deck as a file to take away: its slides as they are typed, nothing in it that the slides do not show. The folder beside the
 * deck stays behind, so pictures are named by their addresses under `publicUrl`, which has no slash at its end.
 */
export const deckMarkdown = ({ slides, unit }: Deck, publicUrl: string): string =>
  slides
    .map(({ h, v, markdown }) => {
      const separator = h === 0 && v === 0 ? '' : v > 0 ? '\n--\n\n' : '\n---\n\n';
      return `${separator}${withAddresses(trimmed(markdown), `${publicUrl}/slides/images/${unit}/`)}\n`;
    })
    .join('');

const PICTURE = /(!\[[^\]]*\]\(<?|<img\b[^>]*?\bsrc=["']?)(?:\.\/)?images\/(?=[^\s)"'>/]+[\s)"'>])/g;

/** In code, an address is what the slide shows. */
function withAddresses(markdown: string, folder: string): string {
  const fence = new Fence();
  const lines = markdown.split('\n').map((line) => (fence.holds(line) ? line : line.replace(PICTURE, `$1${folder}`)));
  return lines.join('\n');
}

/** Lines of white space around a slide say nothing; the spaces that begin its first line may. */
const trimmed = (markdown: string): string => markdown.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
