import { Button } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { workspaceTexts } from '../text.js';
import { Control } from './control.view.js';
import { CONTROL, type FieldModel } from './row-form.shared.js';
import { newEntryId, type Typed, type TypedEntry, type TypedValue } from './typed.shared.js';

interface EntriesProps {
  readonly model: FieldModel;
  readonly entries: readonly TypedEntry[];
  readonly isDisabled: boolean;
  readonly onTyped?: ((typed: Typed) => void) | undefined;
}

/** The entries of a list, a line each. Without a script the empty lines at the end are there to be filled. */
export const Entries = ({ model, entries, isDisabled, onTyped }: EntriesProps) => {
  const t = useText(workspaceTexts).field;
  const shown = [...entries, ...blanksFor(model, entries)];
  const write = (place: number, key: string, value: TypedValue): void =>
    onTyped?.(
      shown.slice(0, Math.max(entries.length, place + 1)).map((entry, index) => ({
        id: entry.id || newEntryId(),
        fields: index === place ? { ...entry.fields, [key]: value } : entry.fields,
      })),
    );
  return (
    <ol class="entries" role="list">
      {shown.map((entry, place) => (
        <li key={place}>
          <input type="hidden" name={CONTROL.entry(model.field.id, place, 'id')} value={entry.id} />
          {model.parts.map(({ field, label, choices }) => (
            <div key={field.key} class="entry-part">
              <span class="meta" aria-hidden="true">
                {label}
              </span>
              <Control
                id={`f-${model.field.id}.${place}.${field.key}`}
                name={CONTROL.entry(model.field.id, place, field.key)}
                label={t.entryPart(label, place + 1)}
                field={field}
                choices={choices}
                typed={entry.fields[field.key] ?? ''}
                isDisabled={isDisabled && Boolean(onTyped)}
                onTyped={(value) => write(place, field.key, value)}
              />
            </div>
          ))}
          {onTyped && place < entries.length && (
            <Button
              type="button"
              kind="quiet"
              size="small"
              icon="cross"
              label={t.removeEntry(place + 1, model.label)}
              onClick={() => onTyped(entries.filter((_, index) => index !== place))}
            />
          )}
        </li>
      ))}
    </ol>
  );
};

/** As many as are asked for, or one more than there are. Their id is given once something stands in them. */
function blanksFor({ field, parts }: FieldModel, entries: readonly TypedEntry[]): TypedEntry[] {
  const { minItems = 0, maxItems = Infinity } = field.validation;
  const count = Math.max(Math.min(entries.length + 1, maxItems), minItems) - entries.length;
  const blank = { id: '', fields: Object.fromEntries(parts.map((part) => [part.field.key, ''])) };
  return Array.from({ length: Math.max(0, count) }, () => blank);
}
