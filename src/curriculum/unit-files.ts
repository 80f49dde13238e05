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
  /** The SVG of that folder, by the names of its files: read into the decks, never served by itself. */
  readonly drawings: Readonly<Record<string, string>>;
}

const PICTURE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}\.(?:png|jpe?g|webp|gif|avif)$/iu;
/** No picture among the others: opened by itself it would be a document that may run. */
const DRAWING = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}\.svg$/iu;

/** The units’ folders, in their order. What cannot be read is missing: the reader of each file says so. */
export function unitFilesIn(folder: string, shownAs: string): UnitFiles[] {
  return namesIn(folder).flatMap((name) => {
    const unit = unitFolder(name);
    if (!unit) return [];
    const text = (file: string): string | null => textOf(join(folder, name, file));
    const pictures = namesIn(join(folder, name, 'images'));
    const images = pictures.filter((picture) => PICTURE.test(picture));
    const drawings = textsOf(
      pictures.filter((picture) => DRAWING.test(picture)),
      (drawing) => text(join('images', drawing)),
    );
    const decks = { fr: text('deck.fr.md'), en: text('deck.en.md') };
    const study = { selfCheck: text('self-check.yaml'), workshop: text('workshop.yaml') };
    return [{ ...unit, path: `${shownAs}/${name}`, unit: text('unit.yaml'), decks, ...study, images, drawings }];
  });
}

/** By their names; what went away since the folder was listed is left out. */
const textsOf = (names: readonly string[], text: (name: string) => string | null): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, text(name)] as const).filter((entry): entry is [string, string] => entry[1] !== null));

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
