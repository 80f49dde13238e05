import type { CurriculumContent } from '../content.js';
import type { Unit } from '../unit-file.js';
import type { StudiedUnit } from './course-progress.js';
import { itemsOf, type UnitHoldings } from './study-items.js';

/** By the unit as its file is read now: with another reading of the file comes another unit, and this one is forgotten. */
const studied = new WeakMap<Unit, StudiedUnit & { readonly holdings: UnitHoldings }>();

/** A unit with what its files hold now, made once for everybody. Both languages have as many slides. */
export function studiedUnit(content: CurriculumContent, unit: Unit): StudiedUnit {
  const { key } = unit;
  const slides = content.deckLength(key, 'fr')?.columns ?? 0;
  const holdings = { slides, hasSelfCheck: content.selfCheck(key) !== null, hasWorkshop: content.workshop(key) !== null };
  const known = studied.get(unit);
  if (known && isSame(known.holdings, holdings)) return known;
  const made = { key, slides, holdings, items: itemsOf(unit, holdings) };
  studied.set(unit, made);
  return made;
}

const isSame = (one: UnitHoldings, other: UnitHoldings): boolean =>
  one.slides === other.slides && one.hasSelfCheck === other.hasSelfCheck && one.hasWorkshop === other.hasWorkshop;
