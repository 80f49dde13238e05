import type { Validation } from '../../assignments/worksheet/fields.shared.js';
import { numberText } from '../../platform/markup/amounts.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { timeText } from '../../platform/markup/time.js';
import type { FieldModel } from '../fill/row-form.shared.js';
import type { Entry } from '../fill/typed.shared.js';
import { workspaceTexts } from '../text.js';
import type { Choice } from './lookups.shared.js';
import { type CellContent, isFilled } from './worksheet.shared.js';

interface CellTextProps {
  readonly model: FieldModel;
  readonly cell: CellContent;
}

/** What stands in a cell, to be read. Nothing of it is markup, whatever was typed. */
export const CellText = ({ model, cell }: CellTextProps) => {
  const t = useText(workspaceTexts);
  if (!isFilled(cell)) return <span class="nothing">{t.conflict.empty}</span>;
  if (cell.state === 'not_observable') return <span class="unobservable-mark">{t.field.notObservable}</span>;
  return <Value model={model} value={cell.value} />;
};

const Value = ({ model: { field, choices, parts }, value }: { model: FieldModel; value: unknown }) => {
  const said = useWords(field.validation);
  if (field.type === 'list' && field.of === 'entries')
    return (
      <ul role="list" class="values">
        {(value as readonly Entry[]).map((entry) => (
          <li key={entry.id}>
            {parts
              .map((part) => said(part.field.type, entry.values[part.field.key] ?? null, part.choices))
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    );
  if (field.type === 'list' && field.of === 'values')
    return (
      <ul role="list" class="values">
        {(value as unknown[]).map((one, place) => (
          <li key={place}>{said(field.item.type, one, choices)}</li>
        ))}
      </ul>
    );
  if (field.type === 'scale') return <Steps max={field.max} min={field.min} value={value as number} />;
  return <>{said(field.type, value, choices)}</>;
};

/** A number of a few steps, as so many marks out of all. */
const Steps = ({ min, max, value }: { min: number; max: number; value: number }) => (
  <span class="scale-steps">
    <span aria-hidden="true">
      {Array.from({ length: max - min }, (_, place) => (
        <i key={place} class={place < value - min ? 'reached' : undefined} />
      ))}
    </span>
    <span class="num">{value}</span>
  </span>
);

/** How a value is said in the language of the page. */
function useWords({ min }: Validation): (type: string, value: unknown, choices: readonly Choice[] | null) => string {
  const [t, lang] = [useText(workspaceTexts).field, useLang()];
  // What cannot be small is no count: nobody writes “2 004”.
  const isYear = Boolean(min && 'value' in min && Number(min.value) >= 1000);
  const labelOf = (choices: readonly Choice[], value: unknown): string =>
    choices.find((choice) => choice.value === String(value))?.label ?? String(value);
  return (type, value, choices) => {
    if (value === null) return '';
    if (Array.isArray(value)) return value.map((one) => labelOf(choices ?? [], one)).join(', ');
    if (choices) return labelOf(choices, value);
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (typeof value === 'number') return isYear ? String(value) : numberText(lang, value, 3);
    if (type === 'date') return timeText(lang, `${String(value)}T12:00:00Z`, 'dated', 'UTC');
    return String(value as string);
  };
}
