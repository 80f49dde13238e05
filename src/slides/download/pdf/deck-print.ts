import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ROOT } from '../../../platform/config/root.js';
import { version } from '../../../platform/config/version.js';
import { SLIDES_POLICY } from '../../../platform/http/security-headers.js';
import { tagsIn } from '../../../platform/markup/html-tags.js';
import type { CurriculumContent, Unit } from '../../../curriculum/index.js';
import type { Deck } from '../../../decks/index.js';
import { slidesDocument } from '../../show/slides-document.js';
import type { Printable, PrintableFile } from './print-deck.js';

/** A deck ready to be printed, and the name of what it looks like. */
export interface DeckPrint {
  readonly printable: Printable;
  /** Changes with the slides, the look and scripts they are shown with, their pictures and the program. */
  readonly hash: string;
}

type Pictures = Pick<CurriculumContent, 'picture'>;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
};

/** The page of the deck as a stranger of no installation in particular would get it: the file is the same wherever it is made. */
export async function deckPrint(unit: Unit, deck: Deck, content: Pictures): Promise<DeckPrint> {
  const html = slidesDocument(deck.lang, unit, deck, [deck.lang], { publicUrl: '', isDemonstration: false });
  const shown = deck.slides.filter((slide) => tagsIn(slide.html).tags[0]?.attributes['data-visibility'] !== 'hidden');
  const file = (path: string): Promise<PrintableFile | null> => fileAt(path, content);
  return {
    printable: { html, path: `/slides/${deck.lang}/${unit.key}`, pages: shown.length, file, policy: SLIDES_POLICY },
    hash: await hashOf(html, content),
  };
}

/** Styles and scripts are named by their content, so their names in the page stand for them; pictures are not. */
async function hashOf(html: string, content: Pictures): Promise<string> {
  const hash = createHash('sha256').update(version).update('\0').update(html);
  const pictures = new Set(
    tagsIn(html)
      .tags.map(({ attributes }) => attributes['src'] ?? '')
      .filter((path) => path.startsWith('/slides/images/')),
  );
  for (const path of pictures) hash.update('\0').update((await fileAt(path, content))?.body ?? '');
  return hash.digest('base64url').slice(0, 27);
}

/** What the page of a deck asks for, read from the disk: what the build made, and the pictures of its unit. */
async function fileAt(path: string, content: Pictures): Promise<PrintableFile | null> {
  const [, unit, name] = /^\/slides\/images\/([a-z\d-]+)\/([^/]+)$/.exec(path) ?? [];
  const file = unit && name ? content.picture(unit, decodeURIComponent(name)) : assetAt(path);
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()];
  if (!file || !mediaType) return null;
  return readFile(file).then(
    (body) => ({ mediaType, body }),
    () => null,
  );
}

const assetAt = (path: string): string | null => (/^\/assets\/[\w.-]+$/.test(path) ? join(ROOT, 'dist/assets', basename(path)) : null);
