import { useLang, useText } from '../../platform/markup/frame.js';
import { useViewAsAddress } from '../../platform/markup/view-as.js';
import { Badge } from '../../platform/markup/notices.js';
import { Shared } from '../../platform/markup/shared.js';
import { Time } from '../../platform/markup/time.js';
import type { CourseHome, UnitOfHome } from './home.js';
import { homeTexts } from '../text.js';
import { type CourseProgress, ProgressInBrief, type UnitProgress } from '../../curriculum/index.js';

interface UnitListProps extends Pick<CourseHome, 'units' | 'unit' | 'course' | 'zone'> {
  /** Those who teach see what students see of each unit. */
  readonly shows: 'progress' | 'releases';
  /** A student’s own. */
  readonly progress?: CourseProgress;
}

/** The units of the course; a student finds a link to those that are open, and the date of those that will be. */
export const UnitList = ({ units, unit: current, course, zone, shows, progress }: UnitListProps) => {
  const t = useText(homeTexts).units;
  return (
    <section aria-labelledby="units">
      <header class="head">
        <h2 id="units">{t.title(units.length)}</h2>
        {progress && <p class="meta">{t.summary(countsByState(units, progress))}</p>}
      </header>
      <ol class="toc">
        {units.map((unit) => (
          <Shared
            key={unit.key}
            of={UnitItem}
            props={{
              unit: asListed(unit),
              course,
              zone,
              shows,
              isCurrent: unit.key === current?.key,
              progress: progress?.units.get(unit.key),
            }}
          />
        ))}
      </ol>
    </section>
  );
};

type ListedUnit = Pick<UnitOfHome, 'key' | 'number' | 'title' | 'isOpen' | 'opensAt' | 'weeks'> & {
  readonly release: Pick<UnitOfHome['release'], 'state'>;
};
const asListed = ({ key, number, title, isOpen, opensAt, weeks, release: { state } }: UnitOfHome): ListedUnit => ({
  key,
  number,
  title,
  isOpen,
  opensAt,
  weeks,
  release: { state },
});

type UnitItemProps = Pick<UnitListProps, 'course' | 'zone' | 'shows'> & {
  readonly unit: ListedUnit;
  readonly isCurrent: boolean;
  readonly progress: UnitProgress | undefined;
};

/** A unit as all find it who came as far with it. */
const UnitItem = ({ unit, course, zone, shows, isCurrent, progress }: UnitItemProps) => {
  const seen = useViewAsAddress();
  const [t, lang] = [useText(homeTexts).units, useLang()];
  const title = isCurrent ? <mark>{unit.title[lang]}</mark> : unit.title[lang];
  return (
    <li class={unit.isOpen ? undefined : 'later'}>
      <span class="no" aria-hidden="true">
        {unit.number}
      </span>
      <div>
        {unit.isOpen ? (
          <a class="t" href={seen(`/courses/${course}/units/${unit.key}`)} aria-current={isCurrent ? 'step' : undefined}>
            {title}
          </a>
        ) : (
          <span class="t">{title}</span>
        )}
        {shows === 'releases' && unit.weeks.length > 0 && <p class="meta">{t.weeks(unit.weeks)}</p>}
      </div>
      <div class="end">
        {shows === 'progress' ? (
          <Opening unit={unit} zone={zone} isCurrent={isCurrent} progress={progress} />
        ) : (
          <Release unit={unit} zone={zone} />
        )}
      </div>
    </li>
  );
};

const Opening = ({ unit, zone, isCurrent, progress }: Pick<UnitItemProps, 'unit' | 'zone' | 'isCurrent' | 'progress'>) => {
  const t = useText(homeTexts).units;
  if (unit.opensAt && !unit.isOpen)
    return (
      <span class="meta">
        {t.opens} <Time at={unit.opensAt} form="date" zone={zone} />
      </span>
    );
  if (unit.isOpen && progress && progress.stage !== 'ahead') return <ProgressInBrief progress={progress} />;
  if (isCurrent) return <Badge kind="now">{t.thisWeek}</Badge>;
  if (!unit.isOpen) return <span class="meta">{t.later}</span>;
  return unit.weeks.length > 0 ? <span class="meta">{t.weeks(unit.weeks)}</span> : null;
};

const Release = ({ unit, zone }: Pick<UnitItemProps, 'unit' | 'zone'>) => {
  const t = useText(homeTexts).units;
  const { state } = unit.release;
  if (unit.opensAt)
    return (
      <>
        <Badge kind="info">{t.states.scheduled}</Badge>
        <span class="meta">
          <Time at={unit.opensAt} form="plain" zone={zone} />
        </span>
      </>
    );
  return <Badge kind={state === 'draft' ? 'plain' : 'ok'}>{t.states[state === 'draft' ? 'draft' : 'published']}</Badge>;
};

/** How many units are complete, begun, open and not begun, and still closed. */
function countsByState(
  units: readonly UnitOfHome[],
  progress: CourseProgress,
): Readonly<Record<'done' | 'begun' | 'open' | 'later', number>> {
  const open = units.filter(({ isOpen }) => isOpen);
  const count = (stage: UnitProgress['stage']): number => open.filter(({ key }) => progress.units.get(key)?.stage === stage).length;
  return { done: count('done'), begun: count('begun'), open: count('ahead'), later: units.length - open.length };
}
