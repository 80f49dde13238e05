import { createHash } from 'node:crypto';
import type { ContentProblem } from '../kernel/content-problem.js';
import type { Lang } from '../kernel/localised.js';
import { typesetAll } from '../platform/i18n/texts.js';
import type { Deck, DeckLength, DeckSlide } from './deck.js';
import { deckMessages, type Report } from './messages.js';
import { type DeckContext, readSlide } from './slide.js';
import { type SlideSource, splitSlides } from './split.js';

const KILOBYTE = 1024;
/** Enough for a long class with diagrams; little enough that no text keeps the reader of Markdown busy for long. */
const MOST = { deck: 400, slides: 120, slide: 24 };

export interface DeckFile {
  /** Its path from the project’s folder, for problems. */
  readonly file: string;
  readonly lang: Lang;
  readonly unit: string;
  /** The names of the files in the unit’s `images` folder. */
  readonly images: ReadonlySet<string>;
}

export interface DeckReading {
  /** As much as could be read, or `null`. */
  readonly deck: Deck | null;
  readonly problems: readonly ContentProblem[];
}

/** Reads a deck’s Markdown: text in, deck out, problems gathered with their line. It asks nothing of the disk. */
export function readDeck(source: string, { file, lang, unit, images }: DeckFile): DeckReading {
  const problems: ContentProblem[] = [];
  const report: Report = (line, reason) => problems.push({ file, line, reason: typesetAll(reason) });
  if (isTooLarge(source)) {
    report(1, deckMessages.tooLarge(MOST.deck));
    return { deck: null, problems };
  }
  const slides = readSlides(source, { lang, report, picture: pictureOf(unit, images) });
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

const isTooLarge = (source: string): boolean => source.length > MOST.deck * KILOBYTE;

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
  if (source.text.length > MOST.slide * KILOBYTE) {
    context.report(source.line, deckMessages.slideTooLarge(MOST.slide));
    return null;
  }
  try {
    const slide = readSlide(source, context);
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
  const name = /^(?:\.\/)?images\/([^/]+)$/.exec(address)?.[1];
  return name && images.has(name) ? `/slides/images/${unit}/${encodeURIComponent(name)}` : null;
};

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
