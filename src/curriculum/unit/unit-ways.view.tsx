import { useLang, useText } from '../../platform/markup/frame.js';
import { useViewAsAddress } from '../../platform/markup/view-as.js';
import { Own, Shared } from '../../platform/markup/shared.js';
import { Time } from '../../platform/markup/time.js';
import type { CourseUnit } from '../course-unit.js';
import { OwnWay } from '../progress/item-mark.view.js';
import { curriculumTexts } from '../text.js';

interface WaysProps {
  readonly units: readonly CourseUnit[];
  /** The key of the unit on this page. */
  readonly current: string;
  /** The course's slug. */
  readonly course: string;
}

/** Every unit of the course; those that are not open yet are named, not linked. */
export const UnitRail = ({ units, current, course }: WaysProps) => {
  const ways = units.map(({ key, number, title, isOpen }) => ({ key, number, title, isOpen }));
  return <Shared of={Rail} props={{ units: ways, current, course }} />;
};

type RailProps = Omit<WaysProps, 'units'> & { readonly units: readonly Pick<CourseUnit, 'key' | 'number' | 'title' | 'isOpen'>[] };

const Rail = ({ units, current, course }: RailProps) => {
  const seen = useViewAsAddress();
  const [t, lang] = [useText(curriculumTexts).unit, useLang()];
  return (
    <nav class="rail" aria-label={t.unitsLabel} data-mark="rail">
      <p aria-hidden="true">{t.units}</p>
      <ol role="list">
        {units.map((unit) => {
          const inside = (
            <>
              <span class="n">{unit.number}</span>
              <span>
                {unit.title[lang]}
                {unit.isOpen && (
                  <Own>
                    <OwnWay unit={unit.key} />
                  </Own>
                )}
              </span>
            </>
          );
          return (
            <li key={unit.key}>
              {unit.isOpen ? (
                <a href={seen(`/courses/${course}/units/${unit.key}`)} aria-current={unit.key === current ? 'page' : undefined}>
                  {inside}
                </a>
              ) : (
                <span class="later">{inside}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
};

/** The unit before and the unit after. */
export const NextAndPrevious = ({ units, current, course, zone }: WaysProps & { readonly zone: string }) => {
  const t = useText(curriculumTexts).unit;
  const index = units.findIndex(({ key }) => key === current);
  const [previous, next] = [units[index - 1], units[index + 1]];
  return (
    <nav class="nextprev" aria-label={t.neighbours}>
      {previous ? <Shared of={Neighbour} props={{ unit: asNeighbour(previous), course, zone }} /> : <span />}
      {next && <Shared of={Neighbour} props={{ unit: asNeighbour(next), course, zone }} />}
    </nav>
  );
};

type NeighbourUnit = Pick<CourseUnit, 'key' | 'number' | 'title' | 'isOpen' | 'opensAt'>;
const asNeighbour = ({ key, number, title, isOpen, opensAt }: CourseUnit): NeighbourUnit => ({ key, number, title, isOpen, opensAt });

const Neighbour = ({ unit, course, zone }: { unit: NeighbourUnit; course: string; zone: string }) => {
  const seen = useViewAsAddress();
  const [t, lang] = [useText(curriculumTexts).unit, useLang()];
  if (unit.isOpen)
    return (
      <a href={seen(`/courses/${course}/units/${unit.key}`)}>
        <span class="meta">{t.number(unit.number)}</span>
        {unit.title[lang]}
      </a>
    );
  return (
    <span>
      <span class="meta">
        {t.number(unit.number)}, {unit.opensAt ? t.opens : t.notOpen} {unit.opensAt && <Time at={unit.opensAt} form="date" zone={zone} />}
      </span>
      {unit.title[lang]}
    </span>
  );
};
