import { MonthCalendar } from '../../exchange/index.js';
import { useText } from '../../platform/markup/frame.js';
import { homeTexts } from '../text.js';
import { Shared } from '../../platform/markup/shared.js';
import type { CourseHome } from './home.js';

/** The month on a home, and the way to the whole calendar. */
export const CourseMonth = ({ month, course }: MonthProps) => <Shared of={MonthOfCourse} props={{ month, course }} />;

type MonthProps = Pick<CourseHome, 'month' | 'course'>;

const MonthOfCourse = ({ month, course }: MonthProps) => {
  const t = useText(homeTexts).calendar;
  return (
    <MonthCalendar month={month} at={`/courses/${course}`}>
      <a href={`/courses/${course}/calendar`}>{t.more}</a>
    </MonthCalendar>
  );
};
