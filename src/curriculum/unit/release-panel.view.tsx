import type { FormProblems } from '../../platform/http/form.js';
import { Choice, ChoiceGroup } from '../../platform/markup/fields.js';
import { Button, Form } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Banner } from '../../platform/markup/notices.js';
import { Time } from '../../platform/markup/time.js';
import type { CourseUnit } from '../course-unit.js';
import { DateTimeField } from '../../platform/local-time/date-time-field.view.js';
import { isReleased } from '../release.policy.js';
import { curriculumTexts } from '../text.js';

/** What has just become of a change of the release. */
export interface ReleaseNotice {
  readonly isSaved?: boolean;
  readonly problems?: FormProblems;
  /** Somebody else changed it meanwhile: the unit shows what holds now, the form what was typed. */
  readonly isOvertaken?: boolean;
}

interface ReleasePanelProps extends ReleaseNotice {
  readonly unit: Pick<CourseUnit, 'key' | 'release'>;
  readonly mayChange: boolean;
  readonly course: string;
  readonly zone: string;
  readonly now: Date;
}

const STATES = ['draft', 'scheduled', 'published'] as const;

/** Whether a unit is open to students, for those who teach it; one control decides it. */
export const ReleasePanel = ({ unit, mayChange, isSaved, isOvertaken, problems, course, zone, now }: ReleasePanelProps) => {
  const t = useText(curriculumTexts).release;
  return (
    <section class="release stack gap3" aria-labelledby="release">
      <h2 id="release">{t.title}</h2>
      {isSaved && (
        <Banner kind="ok" role="status">
          {t.saved}
        </Banner>
      )}
      {isOvertaken && (
        <Banner kind="warn" role="alert">
          {t.conflict}
        </Banner>
      )}
      <p class="small">
        {isOvertaken && <b>{t.theirs} </b>}
        <Standing release={unit.release} zone={zone} now={now} />
      </p>
      {mayChange && <ReleaseForm unit={unit} course={course} zone={zone} {...(problems && { problems })} />}
    </section>
  );
};

export const Standing = ({ release, zone, now }: { release: CourseUnit['release'] } & Pick<ReleasePanelProps, 'zone' | 'now'>) => {
  const t = useText(curriculumTexts).release.standing;
  if (!release.opensAt) return <>{`${t[release.state === 'published' ? 'published' : 'draft']}`}</>;
  return (
    <>
      {isReleased(release, now) ? t.opened : t.opens} <Time at={release.opensAt} zone={zone} isLast />
    </>
  );
};

interface ReleaseFormProps extends Pick<ReleasePanelProps, 'unit' | 'course' | 'zone' | 'problems'> {
  /** On the page of all units, where it stands once for each: it leads back there. */
  readonly isInList?: boolean;
}

/** The one control of a unit's release. */
export const ReleaseForm = ({ unit, course, zone, problems, isInList }: ReleaseFormProps) => {
  const t = useText(curriculumTexts).release;
  const { state, opensAt, version } = unit.release;
  return (
    <Form
      action={`/courses/${course}/units/${unit.key}/release`}
      class="release-form stack gap3"
      problems={problems}
      {...(isInList && { scope: unit.key })}
    >
      <input type="hidden" name="version" value={version} />
      {isInList && <input type="hidden" name="back" value="list" />}
      <ChoiceGroup name="state" label={t.state}>
        {STATES.map((one) => (
          <Choice key={one} name="state" value={one} label={t.states[one]} hint={t.hints[one]} checked={one === state} />
        ))}
      </ChoiceGroup>
      <DateTimeField name="opens_at" label={t.opensAt} value={opensAt} zone={zone} problems={problems} />
      <Button>{t.save}</Button>
    </Form>
  );
};
