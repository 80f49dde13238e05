import { useLang, useText } from '../../platform/markup/frame.js';
import { Time } from '../../platform/markup/time.js';
import type { CourseUnit } from '../course-unit.js';
import type { ClassMeeting } from '../plan.queries.js';
import { curriculumTexts } from '../text.js';

interface OpeningProps extends Pick<CourseUnit, 'number' | 'title' | 'aim'> {
  readonly classes: readonly ClassMeeting[];
  readonly zone: string;
}

/** The unit’s number, name, classes and aim. */
export const Opening = ({ number, title, aim, classes, zone }: OpeningProps) => {
  const [t, lang] = [useText(curriculumTexts).unit, useLang()];
  return (
    <header class="unit-open">
      <span class="big" aria-hidden="true">
        {number}
      </span>
      <div>
        <h1>{title[lang]}</h1>
        <ul role="list" class="meta classes">
          {classes.map(({ week, startsAt, place, isCancelled }) => (
            <li key={week}>
              {t.week(week)} · <Time at={startsAt} zone={zone} />
              {isCancelled ? ` · ${t.cancelled}` : place[lang] && ` · ${place[lang]}`}
            </li>
          ))}
        </ul>
      </div>
      <p class="lede">{aim[lang]}</p>
    </header>
  );
};

/** What one will know how to do. */
export const Outcomes = ({ outcomes }: Pick<CourseUnit, 'outcomes'>) => {
  const [t, lang] = [useText(curriculumTexts).unit, useLang()];
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes" class="lede">
        {t.outcomes}
      </h2>
      <ul class="aims prose">
        {outcomes.map((outcome) => (
          <li key={outcome.fr}>{outcome[lang]}</li>
        ))}
      </ul>
    </section>
  );
};
