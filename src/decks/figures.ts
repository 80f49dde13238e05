import type { Token, Tokens } from 'marked';
import type { Lang } from '../kernel/localised.js';
import { written } from './attributes.js';
import { type DrawingFile, readDrawing } from './drawing.js';
import { type ElementAttributes, soleImage } from './elements.js';
import { edited, elementsIn } from '../platform/markup/html-elements.js';
import { escapedAltIn, unsafeInline } from './markdown.js';

/** The file that a picture’s address means, or `null` when the unit has no such drawing. */
export type FindDrawing = (address: string) => DrawingFile | null;

/**
 * The figures of a slide, by the indices of their tokens: each drawing of the unit that stands alone in its paragraph, with its
 * title as caption. Unsafe: for the sanitiser. A drawing that cannot be shown leaves nothing; its file tells why.
 */
export function unsafeFigures(
  tokens: readonly Token[],
  lang: Lang,
  { elements }: ElementAttributes,
  find: FindDrawing,
): Map<number, string> {
  const figures = new Map<number, string>();
  for (const [index, token] of tokens.entries()) {
    const image = soleImage(token);
    const file = image && find(image.href);
    if (file) figures.set(index, figureOf(image, readDrawing(file, lang, escapedAltIn(token)), written(elements.get(image) ?? {})));
  }
  return figures;
}

/** Shorter to read where the figure stands in a file. */
const shortened = (drawing: string): string =>
  edited(
    drawing,
    elementsIn(drawing)
      .filter(({ inside }) => inside.start === inside.end)
      .map(({ inside, end }) => ({ start: inside.start - 1, end, by: '/>' })),
  );

function figureOf({ title }: Tokens.Image, drawing: string | null, attributes: string): string {
  if (drawing === null) return '';
  const caption = title ? `<figcaption>${unsafeInline(title)}</figcaption>\n` : '';
  return `<figure${attributes}>\n${shortened(drawing)}\n${caption}</figure>`;
}
