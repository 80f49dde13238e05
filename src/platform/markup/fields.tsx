import type {
  ComponentChildren,
  InputHTMLAttributes,
  LooseInputHTMLAttributes,
  LooseSelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'preact';
import { fieldId, useFormScope } from './forms.js';
import { useText } from './frame.js';
import { Icon } from './icons.js';
import { markupTexts } from './text.js';

export interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** Shown unless the form comes back with what was typed. */
  readonly value?: string | undefined;
  /** Says “optional” beside the label; everything else is required or says so in its hint. */
  readonly optional?: boolean | undefined;
  /** Where there is no `Form` around to tell: a problem found in the browser. */
  readonly error?: string | undefined;
}

type FieldProps = FieldBase &
  Omit<LooseInputHTMLAttributes, keyof FieldBase | 'id' | 'class' | 'role' | 'type' | 'width' | 'list'> & {
    readonly type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'search' | 'number' | 'date' | 'time' | 'datetime-local';
    readonly width?: 'full' | 'short';
  };

export const Field = ({ name, label, hint, value, optional, error, width, type = 'text', ...native }: FieldProps) => {
  const field = useField({ name, hint, value, error });
  // Preact types an input by its kind, one at a time; ours is any of the kinds one types into.
  const control = { ...native, ...field.control, type } as InputHTMLAttributes;
  return (
    <FieldShell field={field} label={label} hint={hint} optional={optional}>
      <input {...control} value={type === 'password' ? undefined : field.shown} class={width === 'short' ? 'input short' : 'input'} />
    </FieldShell>
  );
};

type TextAreaProps = FieldBase & Omit<TextareaHTMLAttributes, keyof FieldBase | 'id' | 'class'>;

export const TextArea = ({ name, label, hint, value, optional, error, rows = 5, ...native }: TextAreaProps) => {
  const field = useField({ name, hint, value, error });
  return (
    <FieldShell field={field} label={label} hint={hint} optional={optional}>
      <textarea {...native} {...field.control} rows={rows} value={field.shown ?? ''} class="input" />
    </FieldShell>
  );
};

export interface Option {
  readonly value: string;
  readonly label: string;
}
type SelectProps = FieldBase & { readonly options: readonly Option[] } & Omit<
    LooseSelectHTMLAttributes,
    keyof FieldBase | 'id' | 'class' | 'role' | 'multiple' | 'size'
  >;

/** For more than seven options; fewer are `Choice`s. */
export const Select = ({ name, label, hint, value, optional, error, options, ...native }: SelectProps) => {
  const field = useField({ name, hint, value, error });
  return (
    <FieldShell field={field} label={label} hint={hint} optional={optional}>
      <select {...native} {...field.control} value={field.shown} class="input">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
};

interface ChoiceProps extends Omit<LooseInputHTMLAttributes, 'name' | 'value' | 'label' | 'type' | 'class' | 'role'> {
  readonly name: string;
  readonly label: ComponentChildren;
  /** A second line that says what the choice means. */
  readonly hint?: ComponentChildren;
  readonly value?: string;
  readonly type?: 'radio' | 'checkbox';
}

/** One option whose words matter, as a card to click. Checked again when its form comes back with it. */
export const Choice = ({ name, label, hint, value = 'on', type = 'radio', checked, ...native }: ChoiceProps) => {
  const { problems } = useFormScope();
  const isChecked = problems ? problems.typed[name] === value : checked;
  return (
    <label class="choice">
      <input {...native} type={type} name={name} value={value} checked={isChecked} />
      <span>
        {hint ? <b>{label}</b> : label}
        {hint && (
          <>
            <br />
            <span class="soft">{hint}</span>
          </>
        )}
      </span>
    </label>
  );
};

/** The question that a few `Choice`s of one name answer. */
export const ChoiceGroup = ({
  name,
  label,
  hint,
  optional,
  error,
  children,
}: Omit<FieldBase, 'value'> & { readonly children: ComponentChildren }) => {
  const field = useField({ name, hint, error });
  return (
    <fieldset class="field" id={field.id} tabIndex={-1} aria-describedby={field.control['aria-describedby']}>
      <legend>
        {label}
        <OptionalWord if={optional} />
      </legend>
      <div class="choices">{children}</div>
      <FieldNotes field={field} hint={hint} />
    </fieldset>
  );
};

/** What every kind of field needs of its form: an id, what was typed, what was wrong, and the attributes that say so. */
export function useField({ name, hint, value, error }: Pick<FieldBase, 'name' | 'hint' | 'value' | 'error'>) {
  const { problems, scope } = useFormScope();
  const id = fieldId(name, scope);
  const wrong = error ?? problems?.errors[name];
  const said = [wrong && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const control = { id, name, 'aria-invalid': wrong ? true : undefined, 'aria-describedby': said || undefined } as const;
  return { id, error: wrong, shown: problems?.typed[name] ?? value, control };
}
export type FieldState = ReturnType<typeof useField>;

interface ShellProps {
  readonly field: FieldState;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly optional?: boolean | undefined;
  readonly children: ComponentChildren;
}

const FieldShell = ({ field, label, hint, optional, children }: ShellProps) => (
  <div class="field">
    <label for={field.id}>
      {label}
      <OptionalWord if={optional} />
    </label>
    {children}
    <FieldNotes field={field} hint={hint} />
  </div>
);

export const OptionalWord = ({ if: isOptional }: { if: boolean | undefined }) => {
  const t = useText(markupTexts);
  return isOptional ? <span class="optional meta"> {t.optional}</span> : null;
};

/** The hint and the error under a field, with the ids its control points to. */
export const FieldNotes = ({ field, hint }: { field: FieldState; hint?: ComponentChildren }) => (
  <>
    {hint && (
      <p class="hint" id={`${field.id}-hint`}>
        {hint}
      </p>
    )}
    {field.error && (
      <p class="error" id={`${field.id}-error`} role="alert">
        <Icon name="alert" />
        <span>{field.error}</span>
      </p>
    )}
  </>
);
