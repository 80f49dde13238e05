import type { Lang } from '../../kernel/localised.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Badge, Empty } from '../../platform/markup/notices.js';
import { Crumbs } from '../../platform/markup/components.js';
import { Time, timeText } from '../../platform/markup/time.js';
import type { CourseCalendar } from './calendar.service.js';
import { MonthCalendar } from './month.view.js';
import { SubscriptionCard } from './subscription.view.js';
import { calendarTexts } from './text.js';
import type { CalendarDay, CalendarWeek } from './weeks.js';

export interface CalendarPageProps extends CourseCalendar {
  /** The course's slug. */
  readonly course: string;
  readonly zone: string;
  /** What was just done to the subscription, as the address has it. */
  readonly done: unknown;
}

export const CalendarPage = (props: CalendarPageProps) => {
  const t = useText(calendarTexts);
  const { weeks, month, course, zone } = props;
  // Without a week that is now the course has not begun or is over: then all of them are to be seen.
  const now = Math.max(
    0,
    weeks.findIndex(({ isNow }) => isNow),
  );
  return (
    <Layout title={t.title} page="calendar-page" current="calendar">
      <div class="wrap with-side">
        <div>
          <header class="stack gap3">
            <Crumbs trail={[{ label: t.course, href: `/courses/${course}` }, { label: t.title }]} />
            <div class="page-head">
              <div>
                <h1>{t.title}</h1>
                <p class="soft">
                  {t.lede} {t.zone(zone)}
                </p>
              </div>
            </div>
          </header>
          {weeks.length === 0 && (
            <Empty icon="clock" title={t.empty} level="h2">
              {t.emptyText}
            </Empty>
          )}
          {now > 0 && (
            <details class="cal-past">
              <summary>{t.past(now)}</summary>
              <Weeks weeks={weeks.slice(0, now)} zone={zone} />
            </details>
          )}
          <Weeks weeks={weeks.slice(now)} zone={zone} />
        </div>
        <aside aria-label={t.title}>
          <MonthCalendar month={month} at={`/courses/${course}/calendar`} />
          <SubscriptionCard {...props} />
        </aside>
      </div>
    </Layout>
  );
};

const Weeks = ({ weeks, zone }: Pick<CalendarPageProps, 'weeks' | 'zone'>) => (
  <>
    {weeks.map((week) => (
      <Week key={week.monday} week={week} zone={zone} />
    ))}
  </>
);

const Week = ({ week, zone }: { week: CalendarWeek; zone: string }) => {
  const [t, lang] = [useText(calendarTexts), useLang()];
  const dates = datesOf(lang, week);
  const name = week.number === null ? t.noClass(dates) : t.week(week.number, dates);
  const id = `week-${week.monday}`;
  return (
    <section class={week.number === null ? 'cal-week pause' : 'cal-week'} aria-labelledby={id}>
      <h2 id={id}>
        {week.isNow ? <mark>{name}</mark> : name} {week.isNow && <Badge kind="now">{t.thisWeek}</Badge>}
      </h2>
      {week.days.map((day) => (
        <DayOfWeek key={day.day} day={day} zone={zone} />
      ))}
    </section>
  );
};

const DayOfWeek = ({ day: { day, isToday, entries }, zone }: { day: CalendarDay; zone: string }) => {
  const [t, lang] = [useText(calendarTexts), useLang()];
  return (
    <div class={isToday ? 'cal-day today' : 'cal-day'}>
      <h3>
        <time dateTime={day}>{timeText(lang, `${day}T12:00:00Z`, 'day', 'UTC')}</time> {isToday && <Badge kind="now">{t.todayIs}</Badge>}
      </h3>
      <ul role="list">
        {entries.map((entry) => (
          <Entry key={entry.uid} entry={entry} zone={zone} />
        ))}
      </ul>
    </div>
  );
};

const LOOKS = { class: 'class-day', opening: 'open-day', deadline: 'due-day' } as const;

const Entry = ({ entry, zone }: { entry: CalendarDay['entries'][number]; zone: string }) => {
  const t = useText(calendarTexts);
  const { kind, title, path, place, startsAt, endsAt, isCancelled, isPast } = entry;
  const words = path ? <a href={path}>{title}</a> : title;
  return (
    <li class={[isPast && 'past', isCancelled && 'cancelled'].filter(Boolean).join(' ') || undefined}>
      <span class="meta num">
        <Hours from={startsAt} to={endsAt} zone={zone} />
      </span>
      <div>
        <span class="meta kind">
          <i class={LOOKS[kind]} /> {t.kinds[kind]}
        </span>
        <p class="what">
          {isCancelled ? <s>{words}</s> : words} {isCancelled && <Badge kind="bad">{t.cancelled}</Badge>}
        </p>
        {place && <p class="meta">{place}</p>}
      </div>
    </li>
  );
};

const Hours = ({ from, to, zone }: { from: Date; to: Date | null; zone: string }) => {
  const [t, lang] = [useText(calendarTexts), useLang()];
  if (!to) return <Time at={from} form="hour" zone={zone} />;
  return <time dateTime={from.toISOString()}>{t.hours(timeText(lang, from, 'hour', zone), timeText(lang, to, 'hour', zone))}</time>;
};

/** `du 8 au 14 février`: a month that both days share is named once. */
function datesOf(lang: Lang, { monday, sunday }: Pick<CalendarWeek, 'monday' | 'sunday'>): string {
  const [first, last] = [monday, sunday].map((day) => timeText(lang, `${day}T12:00:00Z`, 'date', 'UTC')) as [string, string];
  const t = calendarTexts[lang];
  if (monday.slice(0, 7) !== sunday.slice(0, 7)) return t.dates(first, last);
  const numberOf = (date: string): string => /\d+(?:er)?/.exec(date)?.[0] ?? date;
  return lang === 'fr' ? t.dates(numberOf(first), last) : t.dates(first, numberOf(last));
}
