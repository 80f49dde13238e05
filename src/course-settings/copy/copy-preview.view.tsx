import type { ComponentChildren } from 'preact';
import type { Unit } from '../../curriculum/index.js';
import { Button, Form } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Table } from '../../platform/markup/components.js';
import { Time, timeText } from '../../platform/markup/time.js';
import type { CopyPlan } from './course-copier.js';
import { copyTexts } from './text.js';

export interface ShownCopy {
  readonly plan: CopyPlan;
  readonly units: readonly Pick<Unit, 'key' | 'number' | 'title'>[];
  readonly requestKey: string;
}

interface CopyPreviewProps extends ShownCopy {
  readonly course: string;
  readonly zone: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Every date of the copy beside the one it comes from; one button makes it. */
export const CopyPreview = (props: CopyPreviewProps) => {
  const [t, lang] = [useText(copyTexts), useLang()];
  const { plan, course, zone, fields, requestKey } = props;
  const [first, last] = [plan.meetings[0]!, plan.meetings.at(-1)!];
  const dated = (at: Date): string => timeText(lang, at, 'dated', zone);
  return (
    <section class="stack gap5" aria-labelledby="dates">
      <div>
        <h2 id="dates">{t.dates}</h2>
        <p>
          {t.notYet} <b>{t.from(dated(first.startsAt), dated(last.startsAt))}</b>
        </p>
      </div>
      <Classes {...props} />
      <Stages {...props} />
      <Releases {...props} />
      <Form action={`/courses/${course}/settings/copy`}>
        {Object.entries({ ...fields, key: requestKey }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>
          <Button kind="primary">{t.apply}</Button>
        </p>
      </Form>
    </section>
  );
};

const Classes = ({ plan, zone }: CopyPreviewProps) => {
  const [t, lang] = [useText(copyTexts), useLang()];
  return (
    <Table caption={t.classes} columns={[t.columns.week, t.columns.class, t.columns.before, t.columns.after]}>
      <tbody>
        {plan.meetings.map(({ week, title, before, startsAt }) => (
          <tr key={week}>
            <td>{week}</td>
            <th scope="row">{title[lang]}</th>
            <td class="soft">
              <Time at={before} zone={zone} />
            </td>
            <td>
              <Time at={startsAt} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

const Stages = ({ plan, zone }: CopyPreviewProps) => {
  const [t, lang] = [useText(copyTexts), useLang()];
  if (plan.stages.length === 0) return null;
  return (
    <Table caption={t.stages} columns={[t.columns.stage, t.columns.opens, t.columns.before, t.columns.due]}>
      <tbody>
        {plan.stages.map(({ stage, opensAt, dueAt }) => (
          <tr key={stage.id}>
            <th scope="row">{t.stage(stage.spec.number, stage.spec.title[lang])}</th>
            <td>
              <Time at={opensAt} zone={zone} />
            </td>
            <td class="soft">
              <Time at={stage.dueAt} zone={zone} />
            </td>
            <td>
              <Time at={dueAt} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

const Releases = ({ plan, units, zone }: CopyPreviewProps) => {
  const [t, lang] = [useText(copyTexts), useLang()];
  if (plan.releases.length === 0) return <p>{t.none}</p>;
  const titleOf = (key: string): ComponentChildren => units.find((unit) => unit.key === key)?.title[lang] ?? key;
  return (
    <Table caption={t.releases} columns={[t.columns.unit, t.columns.state]}>
      <tbody>
        {plan.releases.map(({ unit, opensAt }) => (
          <tr key={unit}>
            <th scope="row">{titleOf(unit)}</th>
            <td>{opensAt ? <Time at={opensAt} zone={zone} /> : t.open}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
