import type { EntryField, WorksheetField } from '../../assignments/worksheet/fields.shared.js';
import { useText } from '../../platform/markup/frame.js';
import type { Choice } from '../sheet/lookups.shared.js';
import { workspaceTexts } from '../text.js';
import type { TypedValue } from './typed.shared.js';

interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly field: WorksheetField | EntryField;
  readonly choices: readonly Choice[] | null;
  readonly typed: TypedValue;
  /** What it is called, where no label points to it. */
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly isWrong?: boolean;
  readonly isDisabled?: boolean;
  readonly onTyped?: ((typed: TypedValue) => void) | undefined;
}

/** More choices than these are a list to open. */
const MOST_IN_SIGHT = 6;

/** The control of one value, as its type asks. */
export const Control = (props: ControlProps) => {
  const { field, choices } = props;
  if (field.type === 'multi') return <Ticks {...props} choices={choices ?? []} />;
  if (field.type === 'bool') return <YesOrNo {...props} />;
  if (choices)
    return choices.length <= MOST_IN_SIGHT && !props.label ? <Picks {...props} choices={choices} /> : <List {...props} choices={choices} />;
  return <Written {...props} />;
};

/** Whether a control is several inputs, which a group names, and not one, to which a label points. */
export const isGroup = (field: WorksheetField | EntryField, choices: readonly Choice[] | null): boolean =>
  field.type === 'multi' || field.type === 'bool' || (choices !== null && choices.length <= MOST_IN_SIGHT);

const YesOrNo = (props: ControlProps) => {
  const { yes, no } = useText(workspaceTexts).field;
  const choices = [
    { value: 'true', label: yes, help: null },
    { value: 'false', label: no, help: null },
  ];
  return props.label ? <List {...props} choices={choices} /> : <Picks {...props} choices={choices} />;
};

type ChosenProps = ControlProps & { readonly choices: readonly Choice[] };

/** A few choices side by side; the first of them is none. */
const Picks = ({ id, name, choices, typed, isDisabled, onTyped }: ChosenProps) => {
  const { unanswered } = useText(workspaceTexts).field;
  return (
    <div class="picks">
      {[{ value: '', label: unanswered, help: null }, ...withStray(choices, typed)].map(({ value, label, help }, place) => (
        <label key={value} class={value ? 'pick' : 'pick unset'} title={help ?? undefined}>
          <input
            type="radio"
            id={place === 0 ? id : undefined}
            name={name}
            value={value}
            checked={typed === value}
            disabled={isDisabled}
            onChange={() => onTyped?.(value)}
          />
          <span>{label}</span>
          {help && <span class="sr">{`, ${help}`}</span>}
        </label>
      ))}
    </div>
  );
};

const Ticks = ({ id, name, choices, typed, isDisabled, onTyped }: ChosenProps) => {
  const chosen = typeof typed === 'string' ? [typed].filter(Boolean) : typed;
  const toggled = (value: string): string[] => (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <div class="picks">
      {withStray(choices, chosen).map(({ value, label, help }, place) => (
        <label key={value} class="pick" title={help ?? undefined}>
          <input
            type="checkbox"
            id={place === 0 ? id : undefined}
            name={name}
            value={value}
            checked={chosen.includes(value)}
            disabled={isDisabled}
            onChange={() => onTyped?.(toggled(value))}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
};

const List = ({ id, name, choices, typed, label, describedBy, isWrong, isDisabled, onTyped }: ChosenProps) => {
  const { choose } = useText(workspaceTexts).field;
  return (
    <select
      id={id}
      name={name}
      class="input"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isWrong || undefined}
      disabled={isDisabled}
      value={String(typed)}
      onChange={({ currentTarget }) => onTyped?.(currentTarget.value)}
    >
      <option value="">{choose}</option>
      {withStray(choices, typed).map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
};

/** What was chosen stays to be seen, also when it is not to be chosen any more. */
function withStray(choices: readonly Choice[], typed: TypedValue): readonly Choice[] {
  const chosen = typeof typed === 'string' ? [typed] : typed;
  const stray = chosen.filter((value) => value !== '' && !choices.some((choice) => choice.value === value));
  return stray.length > 0 ? [...choices, ...stray.map((value) => ({ value, label: value, help: null }))] : choices;
}

const Written = ({ id, name, field, typed, label, describedBy, isWrong, isDisabled, onTyped }: ControlProps) => {
  const shared = {
    id,
    name,
    value: String(typed),
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': isWrong || undefined,
    disabled: isDisabled,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onTyped?.(currentTarget.value),
  } as const;
  if (field.type === 'longtext') return <textarea {...shared} class="input" rows={label ? 2 : 4} />;
  return <input {...shared} {...inputOf(field)} class={isShort(field) ? 'input short' : 'input'} />;
};

const isShort = ({ type }: WorksheetField | EntryField): boolean => ['int', 'decimal', 'percent', 'date'].includes(type);

function inputOf({ type }: WorksheetField | EntryField) {
  switch (type) {
    case 'date':
      return { type: 'date' } as const;
    case 'datetime':
      return { type: 'datetime-local' } as const;
    case 'url':
      return { type: 'url', inputMode: 'url', autoComplete: 'off' } as const;
    case 'int':
      return { type: 'text', inputMode: 'numeric', autoComplete: 'off' } as const;
    case 'decimal':
    case 'percent':
      return { type: 'text', inputMode: 'decimal', autoComplete: 'off' } as const;
    default:
      return { type: 'text', autoComplete: 'off' } as const;
  }
}
