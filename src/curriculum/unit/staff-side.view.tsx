import { LinkButton } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import type { CourseUnit } from '../course-unit.js';
import { isReleased } from '../release.policy.js';
import { resultsTexts } from '../results/text.js';
import { curriculumTexts } from '../text.js';
import { type ReleaseNotice, ReleasePanel } from './release-panel.view.js';
import type { ShownDeck } from './slides-frame.view.js';

interface StaffSideProps {
  readonly unit: CourseUnit;
  readonly deck: ShownDeck | null;
  readonly release: ReleaseNotice & { readonly mayChange: boolean };
  /** The course's slug. */
  readonly course: string;
  readonly zone: string;
  readonly now: Date;
}

/** What those who teach the unit do with it. */
export const StaffSide = ({ unit, deck, release, course, zone, now }: StaffSideProps) => {
  const [t, results] = [useText(curriculumTexts), useText(resultsTexts)];
  return (
    <aside class="unit-side" aria-label={t.release.title}>
      {deck && (
        <LinkButton kind="primary" icon="slides" href={`/courses/${course}/present/${deck.lang}/${unit.key}`}>
          {t.unit.present}
        </LinkButton>
      )}
      <LinkButton icon="people" href={`/courses/${course}/units/${unit.key}/results`}>
        {results.link}
      </LinkButton>
      <p class="small">
        <a href={`/courses/${course}/decks#${unit.key}`}>{t.unit.compare}</a>
      </p>
      {isReleased(unit.release, now) && (
        <p class="small">
          <a href={`/courses/${course}/units/${unit.key}?as=student`}>{t.unit.asStudent}</a>
        </p>
      )}
      <ReleasePanel unit={unit} {...release} course={course} zone={zone} now={now} />
    </aside>
  );
};
