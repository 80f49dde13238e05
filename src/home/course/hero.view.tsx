import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CourseUnit } from '../../curriculum/index.js';
import type { Lang } from '../../kernel/localised.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Facts, Filings } from '../../platform/markup/components.js';
import { Own, Shared } from '../../platform/markup/shared.js';
import { Time, timeText } from '../../platform/markup/time.js';
import type { CourseHome } from './home.js';
import { homeTexts } from '../text.js';
import type { CourseWeek } from './week.js';

type HeroProps = Pick<CourseHome, 'week' | 'nextClass' | 'unit' | 'zone'> & {
  /** What to do now: the view's buttons. */
  readonly children: ComponentChildren;
};

const Actions = createContext<ComponentChildren>(null);
const OwnActions = () => <div class="row">{useContext(Actions)}</div>;

/** The week the course is in: its dates, its unit, its class. What to do in it is its reader’s own. */
export const Hero = ({ week, nextClass, unit, zone, children }: HeroProps) => (
  <Actions.Provider value={children}>
    <Shared of={HeroOf} props={{ week, nextClass, unit: unit && { title: unit.title, aim: unit.aim }, zone }} />
  </Actions.Provider>
);

type HeroOfProps = Pick<CourseHome, 'week' | 'nextClass' | 'zone'> & { readonly unit: Pick<CourseUnit, 'title' | 'aim'> | null };

const HeroOf = ({ week, nextClass, unit, zone }: HeroOfProps) => {
  const [t, lang] = [useText(homeTexts).hero, useLang()];
  if (!week) return <QuietHero title={t.noPlan} />;
  const { meeting } = week;
  const place = meeting.place[lang];
  return (
    <section class="hero" aria-labelledby="this-week">
      <div class="wrap">
        <div class="intro">
          <p class="eyebrow">
            <WeekLine week={week} />
          </p>
          <h1 id="this-week">{(unit?.title ?? meeting.title)[lang]}</h1>
          {unit && <p class="lede">{unit.aim[lang]}</p>}
          <Own>
            <OwnActions />
          </Own>
          <Facts
            of={[
              [t.facts.class, <ClassTime key="at" meeting={meeting} zone={zone} />],
              ...(place ? [[t.facts.place, place] as const] : []),
              ...(nextClass && nextClass.id !== meeting.id
                ? [[t.facts.next, <ClassTime key="next" meeting={nextClass} zone={zone} />] as const]
                : []),
            ]}
          />
        </div>
        <Filings />
      </div>
    </section>
  );
};

const ClassTime = ({ meeting: { startsAt, isCancelled }, zone }: { meeting: CourseWeek['meeting']; zone: string }) => {
  const t = useText(homeTexts).calendar;
  if (!isCancelled) return <Time at={startsAt} zone={zone} />;
  return (
    <>
      <s>
        <Time at={startsAt} zone={zone} />
      </s>{' '}
      {t.cancelled}
    </>
  );
};

const QuietHero = ({ title }: { title: string }) => (
  <section class="hero">
    <div class="wrap">
      <div class="intro">
        <h1>{title}</h1>
      </div>
      <Filings />
    </div>
  </section>
);

const WeekLine = ({ week }: { week: CourseWeek }) => {
  const [t, lang] = [useText(homeTexts).hero, useLang()];
  if (week.phase === 'over') return <>{t.over}</>;
  return <>{t[week.phase](week.number, week.of, t.dates(...datesOf(lang, week)))}</>;
};

/** `8`, `14 février`: a month that both share is named once. */
function datesOf(lang: Lang, { monday, sunday }: CourseWeek): [first: string, last: string] {
  const [first, last] = [monday, sunday].map((day) => timeText(lang, `${day}T12:00:00Z`, 'date', 'UTC')) as [string, string];
  if (monday.slice(0, 7) !== sunday.slice(0, 7)) return [first, last];
  const numberOf = (date: string): string => /\d+(?:er)?/.exec(date)?.[0] ?? date;
  return lang === 'fr' ? [numberOf(first), last] : [first, numberOf(last)];
}
