import { Button, Form } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Badge, Banner } from '../../platform/markup/notices.js';
import { Table } from '../../platform/markup/components.js';
import { Time } from '../../platform/markup/time.js';
import { SettingsFrame } from './settings-frame.view.js';
import { settingsTexts } from './text.js';
import { TimetableForm } from './timetable-fields.view.js';
import type { TimetableWish } from './timetable-form.js';
import type { CalendarPlan, PlannedMeeting } from './timetable.service.js';

interface TimetablePageProps {
  readonly plan: CalendarPlan;
  readonly wish: TimetableWish;
  readonly fields: Readonly<Record<string, string>>;
  readonly course: string;
  /** The zone that holds now: what stands is shown in it, and what is proposed in the one asked for. */
  readonly zone: string;
  readonly isOvertaken: boolean;
}

/** Every date as it would be, beside what stands; one button makes it so. */
export const TimetablePage = (props: TimetablePageProps) => {
  const t = useText(settingsTexts);
  const { plan, fields, course, isOvertaken } = props;
  const past = plan.stages.filter(({ dueAt }) => dueAt <= plan.now).length;
  return (
    <SettingsFrame title={t.preview.title} lede={t.preview.lede} course={course}>
      {isOvertaken && (
        <Banner kind="warn" role="alert">
          {t.conflict}
        </Banner>
      )}
      {past > 0 && <Banner kind="warn">{t.preview.past(past)}</Banner>}
      <Meetings {...props} />
      <Stages {...props} />
      <Form action={`/courses/${course}/settings/calendar`}>
        {Object.entries({ ...fields, seen: plan.seen }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>
          <Button kind="primary">{t.preview.apply}</Button>
        </p>
      </Form>
      <section class="stack" aria-labelledby="again">
        <h2 id="again">{t.preview.again}</h2>
        <TimetableForm course={course} fields={fields} />
      </section>
    </SettingsFrame>
  );
};

const Meetings = ({ plan, wish, zone }: TimetablePageProps) => {
  const [t, lang] = [useText(settingsTexts), useLang()];
  return (
    <Table
      caption={t.classes.title}
      columns={[
        { number: t.columns.week },
        t.columns.class,
        t.columns.before,
        t.columns.after,
        ...(wish.schedulesUnits ? [t.columns.unit] : []),
      ]}
    >
      <tbody>
        {plan.meetings.map((meeting) => (
          <tr key={meeting.week}>
            <td class="n">{meeting.week}</td>
            <th scope="row">{(meeting.standing ?? meeting).title[lang]}</th>
            <td class="soft">{meeting.standing ? <Time at={meeting.standing.startsAt} zone={zone} /> : t.preview.new}</td>
            <td>
              <After at={meeting.startsAt} was={meeting.standing?.startsAt} zone={wish.zone} />
            </td>
            {wish.schedulesUnits && (
              <td>
                <Opening meeting={meeting} plan={plan} zone={wish.zone} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

const After = ({ at, was, zone }: { at: Date; was: Date | undefined; zone: string }) =>
  was?.getTime() === at.getTime() ? (
    <Time at={at} zone={zone} />
  ) : (
    <b>
      <Time at={at} zone={zone} />
    </b>
  );

const Opening = ({ meeting, plan, zone }: { meeting: PlannedMeeting; plan: CalendarPlan; zone: string }) => {
  const release = plan.releases.find(({ unit, opensAt }) => unit === meeting.unit && opensAt.getTime() === meeting.startsAt.getTime());
  return release ? <Time at={release.opensAt} form="plain" zone={zone} /> : null;
};

const Stages = ({ plan, wish, zone }: TimetablePageProps) => {
  const [t, lang] = [useText(settingsTexts), useLang()];
  if (plan.stages.length === 0) return null;
  return (
    <Table caption={t.stages.title} columns={[t.columns.stage, t.columns.opens, t.columns.dueBefore, t.columns.due]}>
      <tbody>
        {plan.stages.map(({ stage, opensAt, dueAt }) => (
          <tr key={stage.id}>
            <th scope="row">{t.stage.title(stage.spec.number, stage.spec.title[lang])}</th>
            <td>
              <After at={opensAt} was={stage.opensAt} zone={wish.zone} />
            </td>
            <td class="soft">
              <Time at={stage.dueAt} zone={zone} />
            </td>
            <td>
              <After at={dueAt} was={stage.dueAt} zone={wish.zone} /> {dueAt <= plan.now && <Badge kind="warn">{t.preview.isPast}</Badge>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
