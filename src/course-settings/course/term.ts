import type { Localised } from '../../kernel/localised.js';
import type { Day } from '../../platform/clock/zoned.js';
import { courseSettingsTexts } from '../text.js';

/** The term a course begins in, as a Québec school names it. */
export function termOf(firstDay: Day): Localised {
  const [year, month] = firstDay.split('-').map(Number) as [number, number];
  if (month <= 4) return courseSettingsTexts.inBoth.messages.winter(year);
  return month <= 7 ? courseSettingsTexts.inBoth.messages.summer(year) : courseSettingsTexts.inBoth.messages.fall(year);
}
