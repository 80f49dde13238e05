import type { ClassMeeting } from '../../curriculum/index.js';
import { localOf } from '../../platform/clock/zoned.js';
import type { FormProblems } from '../../platform/http/form.js';
import { Choice, Field } from '../../platform/markup/fields.js';
import { Button, Form } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Banner } from '../../platform/markup/notices.js';
import { SettingsFrame } from './settings-frame.view.js';
import { settingsTexts } from './text.js';

interface ClassPageProps {
  readonly meeting: ClassMeeting;
  readonly course: string;
  readonly zone: string;
  readonly mayArrange: boolean;
  readonly problems?: FormProblems;
  readonly isOvertaken: boolean;
}

/** One class: when and where it is, what it is called, and whether it takes place. */
export const ClassPage = ({ meeting, course, zone, mayArrange, problems, isOvertaken }: ClassPageProps) => {
  const t = useText(settingsTexts);
  return (
    <SettingsFrame title={t.class.title(meeting.week)} course={course}>
      {isOvertaken && (
        <Banner kind="warn" role="alert">
          {t.conflict}
        </Banner>
      )}
      {mayArrange ? (
        <ClassForm meeting={meeting} course={course} zone={zone} {...(problems && { problems })} />
      ) : (
        <Banner>{t.archived}</Banner>
      )}
    </SettingsFrame>
  );
};

const ClassForm = ({
  meeting,
  course,
  zone,
  problems,
}: Pick<ClassPageProps, 'meeting' | 'course' | 'zone'> & { problems?: FormProblems }) => {
  const t = useText(settingsTexts);
  const [from, to] = [localOf(meeting.startsAt, zone).slice(11), localOf(meeting.endsAt, zone).slice(11)];
  return (
    <Form action={`/courses/${course}/settings/classes/${meeting.week}`} problems={problems} guard>
      <input type="hidden" name="version" value={meeting.version} />
      <div class="beside">
        <Field name="day" label={t.class.day} type="date" value={meeting.day} required />
        <Field name="from" label={t.timetable.from} type="time" value={from} required />
        <Field name="to" label={t.timetable.to} type="time" value={to} required />
      </div>
      <div class="beside">
        <Field name="title_fr" label={t.class.titleFr} value={meeting.title.fr} lang="fr-CA" required />
        <Field name="title_en" label={t.class.titleEn} value={meeting.title.en} lang="en-CA" required />
      </div>
      <div class="beside">
        <Field name="place_fr" label={t.class.placeFr} value={meeting.place.fr} lang="fr-CA" optional />
        <Field name="place_en" label={t.class.placeEn} value={meeting.place.en} lang="en-CA" optional />
      </div>
      <Choice type="checkbox" name="cancelled" value="on" label={t.class.cancel} hint={t.class.cancelHint} checked={meeting.isCancelled} />
      <p>
        <Button kind="primary">{t.class.save}</Button>
      </p>
    </Form>
  );
};
