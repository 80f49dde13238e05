import type { Lang } from '../../kernel/localised.js';
import type { CourseHome } from './home.js';
import { homeTexts } from '../text.js';

/** The name of the page in the browser: the unit, else the class, of the week. */
export const titleOf = ({ unit, week }: Pick<CourseHome, 'unit' | 'week'>, lang: Lang): string =>
  (unit?.title ?? week?.meeting.title)?.[lang] ?? homeTexts[lang].calendar.title;
