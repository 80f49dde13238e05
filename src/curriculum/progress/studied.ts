import type { CurriculumContent } from '../content.js';
import type { Unit } from '../unit-file.js';
import type { StudiedUnit } from './course-progress.js';
import { itemsOf } from './study-items.js';

/** A unit with what its files hold now. Both languages have as many slides. */
export function studiedUnit(content: CurriculumContent, unit: Unit): StudiedUnit {
  const { key } = unit;
  const slides = content.deckLength(key, 'fr')?.columns ?? 0;
  const [hasSelfCheck, hasWorkshop] = [content.selfCheck(key) !== null, content.workshop(key) !== null];
  return { key, slides, items: itemsOf(unit, { slides, hasSelfCheck, hasWorkshop }) };
}
