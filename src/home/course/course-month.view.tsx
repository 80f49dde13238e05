import { MonthCalendar } from '../../exchange/index.js';
import { useText } from '../../platform/markup/frame.js';
import { homeTexts } from '../text.js';
import type { CourseHome } from './home.js';

/** The month on a home, and the way to the whole calendar. */
export const CourseMonth = ({ month, course }: Pick<CourseHome, 'month' | 'course'>) => {
  const t = useText(homeTexts).calendar;
  return (
    <MonthCalendar month={month} at={`/courses/${course}`}>
      <a href={`/courses/${course}/calendar`}>{t.more}</a>
    </MonthCalendar>
  );
};
