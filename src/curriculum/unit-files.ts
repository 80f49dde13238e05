import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../kernel/localised.js';
import { type Unit, unitFolder } from './unit-file.js';

/** A unit’s folder as it lies on the disk: texts, and the names of its pictures. */
export interface UnitFiles extends Pick<Unit, 'key' | 'number'> {
  /** Its path from the project’s folder, for problems: `slides/05-competitive-analysis`. */
  readonly path: string;
  readonly unit: string | null;
  readonly decks: Readonly<Record<Lang, string | null>>;
  readonly selfCheck: string | null;
  readonly workshop: string | null;
  readonly images: readonly string[];
}

/** SVG is left out: opened by itself it would be a document that may run. */
const PICTURE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}\.(?:png|jpe?g|webp|gif|avif)$/iu;

/** The units’ folders, in their order. What cannot be read is missing: the reader of each file says so. */
export function unitFilesIn(folder: string, shownAs: string): UnitFiles[] {
  return namesIn(folder).flatMap((name) => {
    const place = unitFolder(name);
    if (!place) return [];
    const text = (file: string): string | null => textOf(join(folder, name, file));
    const images = namesIn(join(folder, name, 'images')).filter((image) => PICTURE.test(image));
    const decks = { fr: text('deck.fr.md'), en: text('deck.en.md') };
    const study = { selfCheck: text('self-check.yaml'), workshop: text('workshop.yaml') };
    return [{ ...place, path: `${shownAs}/${name}`, unit: text('unit.yaml'), decks, ...study, images }];
  });
}

/** A file of the whole course, beside the units. */
export const courseFileIn = (folder: string, name: 'course.yaml' | 'glossary.yaml'): string | null => textOf(join(folder, name));

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    return absent(error, []);
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return absent(error, null);
  }
}

function absent<T>(error: unknown, instead: T): T {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return instead;
  throw error;
}
