import { localOf } from '../../platform/clock/zoned.js';
import type { FormProblems } from '../../platform/http/form.js';
import { Choice, Field } from '../../platform/markup/fields.js';
import { Button, Form } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Banner } from '../../platform/markup/notices.js';
import { SettingsFrame } from './settings-frame.view.js';
import type { StageSetting } from './settings.service.js';
import { settingsTexts } from './text.js';

/** What has just become of a change of these dates. */
export interface StageNotice {
  readonly problems?: FormProblems;
  readonly isOvertaken?: boolean;
  /** The deadline asked for is past: it has to be meant. */
  readonly isSudden?: boolean;
}

interface StagePageProps extends StageSetting, StageNotice {
  readonly course: string;
  readonly zone: string;
  readonly mayArrange: boolean;
}

/** One stage: when it opens and when it is due. */
export const StagePage = (props: StagePageProps) => {
  const [t, lang] = [useText(settingsTexts), useLang()];
  const { stage, course, mayArrange, isOvertaken, isSudden, handedIn } = props;
  return (
    <SettingsFrame title={t.stage.title(stage.spec.number, stage.spec.title[lang])} course={course}>
      {isOvertaken && (
        <Banner kind="warn" role="alert">
          {t.conflict}
        </Banner>
      )}
      {isSudden && (
        <Banner kind="warn" role="alert">
          {t.stage.sudden} {handedIn > 0 && t.stage.suddenWork(handedIn)}
        </Banner>
      )}
      {mayArrange ? <StageForm {...props} /> : <Banner>{t.archived}</Banner>}
    </SettingsFrame>
  );
};

const StageForm = ({ stage, assignment, course, zone, problems, isSudden, handedIn }: StagePageProps) => {
  const t = useText(settingsTexts);
  const hint = t.stage.zone(zone);
  return (
    <Form action={`/courses/${course}/settings/assignments/${assignment}/stages/${stage.spec.key}`} problems={problems} guard>
      <input type="hidden" name="version" value={stage.version} />
      <div class="beside">
        <Field name="opens_at" label={t.stage.opens} type="datetime-local" value={localOf(stage.opensAt, zone)} hint={hint} required />
        <Field name="due_at" label={t.stage.due} type="datetime-local" value={localOf(stage.dueAt, zone)} hint={hint} required />
      </div>
      {handedIn > 0 && <p class="small soft">{t.stage.late}</p>}
      {isSudden && <Choice type="checkbox" name="confirmed" value="on" label={t.stage.confirm} id="f-confirmed" />}
      <p>
        <Button kind="primary">{t.stage.save}</Button>
      </p>
    </Form>
  );
};
