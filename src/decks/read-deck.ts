import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path/posix';
import type { ContentProblem } from '../kernel/content-problem.js';
import type { Lang, Localised } from '../kernel/localised.js';
import { typesetAll } from '../platform/i18n/texts.js';
import type { Deck, DeckLength, DeckSlide } from './deck.js';
import type { FindDrawing } from './figures.js';
import { deckMessages, type Report } from './messages.js';
import { type DeckContext, readSlide } from './slide.js';
import { type SlideSource, splitSlides } from './split.js';

const KILOBYTE_CHARACTERS = 1024;
/** Enough for a long class with diagrams; little enough that no text keeps the reader of Markdown busy for long. */
const MOST = { deck: 400, slides: 120, slide: 24 };

export interface DeckFile {
  /** Its path from the project’s folder, for problems. */
  readonly file: string;
  readonly lang: Lang;
  readonly unit: string;
  /** The names of the files in the unit’s `images` folder. */
  readonly images: ReadonlySet<string>;
  /** The drawings of that folder: SVG by the names of their files. Left out where there are none. */
  readonly drawings?: ReadonlyMap<string, string>;
}

type Tell = (path: string, line: number, reason: Localised) => void;

export interface DeckReading {
  /** As much as could be read, or `null`. */
  readonly deck: Deck | null;
  readonly problems: readonly ContentProblem[];
}

/** Reads a deck’s Markdown: text in, deck out, problems gathered with their line. It asks nothing of the disk. */
export function readDeck(source: string, deckFile: DeckFile): DeckReading {
  const { file, lang, unit, images } = deckFile;
  const problems: ContentProblem[] = [];
  const tell: Tell = (path, line, reason) => problems.push({ file: path, line, reason: typesetAll(reason) });
  const report: Report = (line, reason) => tell(file, line, reason);
  if (isTooLarge(source)) {
    report(1, deckMessages.tooLarge(MOST.deck));
    return { deck: null, problems };
  }
  const slides = readSlides(source, { lang, report, picture: pictureOf(unit, images), drawing: drawingOf(deckFile, tell) });
  const [first] = slides;
  if (!first) {
    report(1, deckMessages.noSlide);
    return { deck: null, problems };
  }
  reportSameIds(slides, source, report);
  return { deck: { lang, unit, title: first.title, slides, hash: hashOf(lang, slides) }, problems };
}

/**
 * As `readDeck` will count it, without making a slide: for pages that say how long a deck is and show none of it. A slide that
 * cannot be shown counts as well. `null` where there is nothing to show.
 */
export function lengthOf(source: string, lang: Lang): DeckLength | null {
  const slides = isTooLarge(source) ? [] : splitSlides(source, () => undefined).slice(0, MOST.slides);
  const last = slides.at(-1);
  return last ? { lang, slides: slides.length, columns: last.h + 1 } : null;
}

const isTooLarge = (source: string): boolean => source.length > MOST.deck * KILOBYTE_CHARACTERS;

function readSlides(source: string, context: DeckContext): DeckSlide[] {
  const { report } = context;
  const sources = splitSlides(source, report);
  if (sources.length > MOST.slides) report(sources[MOST.slides]?.line ?? 1, deckMessages.tooManySlides(MOST.slides));
  const read = sources.slice(0, MOST.slides).map((slide) => readOne(slide, context));
  return renumbered(read.filter((slide) => slide !== null));
}

/** A slide that was left out leaves no gap: the numbers are those reveal.js will count in the page. */
function renumbered(slides: readonly DeckSlide[]): DeckSlide[] {
  let [h, v, column] = [-1, 0, -1];
  return slides.map((slide) => {
    [h, v] = slide.h === column ? [h, v + 1] : [h + 1, 0];
    column = slide.h;
    return { ...slide, h, v };
  });
}

function readOne(source: SlideSource, context: DeckContext): DeckSlide | null {
  if (source.text.length > MOST.slide * KILOBYTE_CHARACTERS) {
    context.report(source.line, deckMessages.slideTooLarge(MOST.slide));
    return null;
  }
  try {
    const slide = readSlide(source, context);
    if (slide.markdown.length > MOST.slide * KILOBYTE_CHARACTERS) {
      context.report(source.line, deckMessages.slideTooLarge(MOST.slide));
      return null;
    }
    if (slide.kind === 'opener' && (source.h > 0 || source.v > 0)) context.report(source.line, deckMessages.lateOpener);
    return slide;
  } catch (error) {
    // A thousand nested quotations exhaust the stack of marked; nothing else it throws is foreseen.
    if (!(error instanceof RangeError)) throw error;
    context.report(source.line, deckMessages.unreadable);
    return null;
  }
}

/** `images/cafe.png`, as it stands beside the deck, is served under the unit’s own address. */
const pictureOf = (unit: string, images: ReadonlySet<string>) => (address: string) => {
  const name = inImages(address);
  return images.has(name) ? `/slides/images/${unit}/${encodeURIComponent(name)}` : null;
};

/** Its mistakes are told in its own file. */
const drawingOf =
  ({ file, drawings }: DeckFile, tell: Tell): FindDrawing =>
  (address) => {
    const name = inImages(address);
    const source = drawings?.get(name);
    if (source === undefined) return null;
    return { source, report: (line, reason) => tell(join(dirname(file), 'images', name), line, reason) };
  };

/** The name of a file in the folder beside the deck, and of nothing elsewhere. */
const inImages = (address: string): string => /^(?:\.\/)?images\/([^/]+)$/.exec(address)?.[1] ?? '';

function reportSameIds(slides: readonly DeckSlide[], source: string, report: Report): void {
  const seen = new Set<string>();
  for (const { poll, workshop } of slides) {
    const id = poll?.id ?? workshop?.id;
    if (!id) continue;
    if (seen.has(id)) report(source.slice(0, source.lastIndexOf(`id: ${id}`)).split('\n').length, deckMessages.sameId(id));
    seen.add(id);
  }
}

function hashOf(lang: Lang, slides: readonly DeckSlide[]): string {
  const hash = createHash('sha256').update(lang);
  for (const { html } of slides) hash.update('\0').update(html);
  return hash.digest('base64url').slice(0, 22);
}
