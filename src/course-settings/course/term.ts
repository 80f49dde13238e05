import type { Localised } from '../../kernel/localised.js';
import type { Day } from '../../platform/clock/zoned.js';

/** The term a course begins in, as a Québec school names it. */
export function termOf(firstDay: Day): Localised {
  const [year, month] = firstDay.split('-').map(Number) as [number, number];
  if (month <= 4) return { fr: `Hiver ${year}`, en: `Winter ${year}` };
  return month <= 7 ? { fr: `Été ${year}`, en: `Summer ${year}` } : { fr: `Automne ${year}`, en: `Fall ${year}` };
}
