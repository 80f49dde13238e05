import { localOf } from '../clock/zoned.js';
import type { FormProblems } from '../http/form.js';
import { Choice, ChoiceGroup, Field } from '../markup/fields.js';
import { useText } from '../markup/frame.js';
import { OCCURRENCE } from './date-time-field.js';
import { dateTimeTexts } from './text.js';

interface DateTimeFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: Date | null;
  readonly zone: string;
  readonly problems: FormProblems | undefined;
}

/** A day and an hour of the course, shown beside the choice they belong to; the hour that comes twice asks which of the two. */
export const DateTimeField = ({ name, label, value, zone, problems }: DateTimeFieldProps) => {
  const t = useText(dateTimeTexts);
  const asksWhich = problems && (OCCURRENCE in problems.errors || OCCURRENCE in problems.typed);
  return (
    <div class="when stack gap3">
      <Field
        name={name}
        label={label}
        hint={t.zone(zone)}
        type="datetime-local"
        width="short"
        value={value ? localOf(value, zone) : undefined}
      />
      {asksWhich && (
        <ChoiceGroup name={OCCURRENCE} label={t.occurrence}>
          <Choice name={OCCURRENCE} value="first" label={t.occurrences.first} />
          <Choice name={OCCURRENCE} value="second" label={t.occurrences.second} />
        </ChoiceGroup>
      )}
    </div>
  );
};
