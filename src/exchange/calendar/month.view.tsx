import type { Lang } from '../../kernel/localised.js';
import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { useViewAsAddress } from '../../platform/markup/view-as.js';
import type { ComponentChildren } from 'preact';
import type { Month, MonthDay } from './month.js';
import { calendarTexts } from './text.js';

const inLang = (locale: string) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const FORMATS = { fr: inLang('fr-CA'), en: inLang('en-CA') };

/** `Février 2027`: as a heading, so with a capital. */
function nameOf(lang: Lang, first: string): string {
  const name = FORMATS[lang].format(new Date(`${first}T12:00:00Z`));
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

interface MonthCalendarProps {
  readonly month: Month;
  /** The page it stands on. */
  readonly at: string;
  /** Beside the key. */
  readonly children?: ComponentChildren;
}

/** A month with its days of class and its deadlines; other months are other addresses, so no script is needed. */
export const MonthCalendar = ({ month, at, children }: MonthCalendarProps) => {
  const [texts, lang] = [useText(calendarTexts), useLang()];
  const [t, seen] = [texts.month, useViewAsAddress()];
  const name = nameOf(lang, month.first);
  const to = (key: string): string => seen(`${at}?month=${key}#calendar`);
  return (
    <section id="calendar" aria-labelledby="month">
      <header class="head">
        <h2 id="month">{name}</h2>
        <span class="row gap0">
          <LinkButton kind="quiet" size="small" icon="left" label={t.previous} href={to(month.previous)} />
          <LinkButton kind="quiet" size="small" icon="right" label={t.next} href={to(month.next)} />
        </span>
      </header>
      <table class="month">
        <caption class="sr">{`${texts.title}, ${name}`}</caption>
        <thead>
          <tr>
            {t.days.map((day) => (
              <th key={day} scope="col">
                <abbr title={day}>{day.charAt(0).toLocaleUpperCase(lang)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week, row) => (
            <tr key={row}>{week.map((day, column) => (day ? <DayCell key={column} day={day} /> : <td key={column} />))}</tr>
          ))}
        </tbody>
      </table>
      <ul role="list" class="month-key meta">
        <li>
          <i class="class-day" /> {t.key.class}
        </li>
        <li>
          <i class="due-day" /> {t.key.due}
        </li>
        {children && <li class="push">{children}</li>}
      </ul>
    </section>
  );
};

const DayCell = ({ day }: { day: MonthDay }) => {
  const t = useText(calendarTexts).month;
  const looks = [day.hasClass && 'class-day', day.isDue && 'due-day', day.isToday && 'today'].filter(Boolean);
  const words = [day.hasClass && t.class, day.isDue && t.due, day.isToday && t.today].filter(Boolean);
  return (
    <td class={looks.join(' ') || undefined} aria-current={day.isToday ? 'date' : undefined}>
      {day.number}
      {words.length > 0 && <span class="sr">{`, ${words.join(', ')}`}</span>}
    </td>
  );
};
