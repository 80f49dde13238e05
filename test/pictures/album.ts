import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { compare, keep } from './comparison.js';
import type { Picture } from './take.js';

const KEPT = join(import.meta.dirname, 'kept');
const FOUND = resolve('.data/pictures');
/** The two that the README shows, as a window shows them: the first 900 pixels. */
const SHOWN = new Map([
  ['programme.fr.light.1440', 'docs/programme.png'],
  ['grading.fr.light.1440', 'docs/grading.png'],
]);

/** What becomes of a picture: answers a sentence where it is not as it should be. */
export type Judge = (picture: Pick<Picture, 'name' | 'png'>) => Promise<string | null>;

export const nameOfKept = (name: string): string => `${name}.webp`;
export const keptNames = (): string[] => readdirSync(KEPT).sort();

/** Holds a picture against the kept one. Where they differ, both and their difference are written to a folder that the sentence names. */
export const compareWithKept: Judge = async ({ name, png }) => {
  const kept = readKept(name);
  if (!kept) return `${name} is kept nowhere: look at it (npm run screenshots), then keep it (npm run screenshots -- --accept).`;
  const verdict = await compare(kept, png);
  if (verdict.kind === 'same') return null;
  write(join(FOUND, `${name}.before.png`), await sharp(kept).png().toBuffer());
  write(join(FOUND, `${name}.after.png`), png);
  if (verdict.kind === 'size') return `${name} was ${verdict.was} and is ${verdict.is}: see ${FOUND}/${name}.{before,after}.png`;
  write(join(FOUND, `${name}.difference.png`), verdict.difference);
  return `${name} differs in ${verdict.count} pixels: see ${FOUND}/${name}.{before,after,difference}.png`;
};

/** Keeps pictures from now on as they are; those that have not changed stay untouched. */
export const accept: Judge = async (picture) => {
  const { name, png } = picture;
  const kept = readKept(name);
  if (!kept || (await compare(kept, png)).kind !== 'same') write(join(KEPT, nameOfKept(name)), await keep(png));
  return null;
};

/** Writes pictures to a folder, to be looked at. */
export const writeTo =
  (folder: string): Judge =>
  async ({ name, png }) => {
    write(join(folder, `${name}.png`), png);
    const shown = SHOWN.get(name);
    if (shown) await sharp(png).extract({ left: 0, top: 0, width: 1440, height: 900 }).png({ compressionLevel: 9 }).toFile(shown);
    return null;
  };

export function forget(name: string): void {
  rmSync(join(KEPT, name));
}

function readKept(name: string): Buffer | null {
  const path = join(KEPT, nameOfKept(name));
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function write(path: string, content: Buffer): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
}
