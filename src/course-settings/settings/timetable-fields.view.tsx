import type { FormProblems } from '../../platform/http/form.js';
import { Choice, ChoiceGroup, Field, Select } from '../../platform/markup/fields.js';
import { Button, Form } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { settingsTexts } from './text.js';
import { PAUSES } from './timetable-form.js';

/** Where a course of this kind may be given; a course that has another zone keeps it in the list. */
const ZONES = [
  'America/St_Johns',
  'America/Halifax',
  'America/Moncton',
  'America/Toronto',
  'America/Winnipeg',
  'America/Regina',
  'America/Edmonton',
  'America/Vancouver',
  'America/New_York',
  'Europe/Paris',
  'Europe/Brussels',
  'Europe/Zurich',
  'Africa/Casablanca',
  'Africa/Dakar',
  'Africa/Tunis',
  'America/Port-au-Prince',
  'UTC',
];

interface TimetableFormProps {
  readonly course: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems?: FormProblems | undefined;
}

/** Asks for the dates of a course; they are shown before anything changes. */
export const TimetableForm = ({ course, fields, problems }: TimetableFormProps) => {
  const t = useText(settingsTexts).timetable;
  const zones = [...new Set([fields['zone'] ?? 'America/Toronto', ...ZONES])].sort().map((zone) => ({ value: zone, label: zone }));
  return (
    <Form action={`/courses/${course}/settings/calendar`} sends="query" problems={problems}>
      <div class="beside">
        <Field name="first_day" label={t.firstDay} hint={t.firstDayHint} type="date" value={fields['first_day']} required />
        <Field name="from" label={t.from} type="time" value={fields['from']} required />
        <Field name="to" label={t.to} type="time" value={fields['to']} required />
        <Select name="zone" label={t.zone} options={zones} value={fields['zone']} />
      </div>
      <ChoiceGroup name="pauses" label={t.pauses} hint={t.pausesHint} optional>
        <div class="beside">
          {PAUSES.map((name, index) => (
            <Field key={name} name={name} label={t.pause(index + 1)} type="date" value={fields[name]} />
          ))}
        </div>
      </ChoiceGroup>
      <Choice type="checkbox" name="units" value="on" label={t.units} hint={t.unitsHint} checked={fields['units'] === 'on'} />
      <p>
        <Button>{t.preview}</Button>
      </p>
    </Form>
  );
};
