import type { CurriculumContent } from '../content.js';
import type { Unit } from '../unit-file.js';
import type { StudiedUnit } from './course-progress.js';
import { itemsOf } from './study-items.js';

/** How many columns of slides a unit’s deck has, as its addresses count them; both languages have the same. */
export const slidesOf = (content: CurriculumContent, unit: string): number => 1 + (content.deck(unit, 'fr')?.slides.at(-1)?.h ?? -1);

/** A unit with what its files hold now. */
export function studiedUnit(content: CurriculumContent, unit: Unit): StudiedUnit {
  const { key } = unit;
  const slides = slidesOf(content, key);
  const [hasSelfCheck, hasWorkshop] = [content.selfCheck(key) !== null, content.workshop(key) !== null];
  return { key, slides, items: itemsOf(unit, { slides, hasSelfCheck, hasWorkshop }) };
}
