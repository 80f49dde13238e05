import type { ComponentChildren } from 'preact';
import { Icon } from '../../platform/markup/icons.js';
import { COMMENT_CHARACTERS } from '../assessing/assessment.shared.js';
import type { PanelProps } from './panel.shared.js';

interface CommentFieldProps {
  readonly name: string;
  readonly label: string;
  /** What the comment is about, for those who hear the label alone. */
  readonly about?: string;
  readonly hint?: string;
  readonly value: string;
  readonly problems: PanelProps['problems'];
  readonly write: (comment: string) => void;
}

/** A comment, with its label always in sight. */
export const CommentField = ({ name, label, about, hint, value, problems, write }: CommentFieldProps) => {
  const id = `f-${name}`;
  const said = [problems[name] && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field remark">
      <label for={id} class="meta">
        {label}
        {about && <span class="sr">{`, ${about}`}</span>}
      </label>
      <textarea
        id={id}
        name={name}
        value={value}
        class="input"
        rows={1}
        maxLength={COMMENT_CHARACTERS}
        aria-invalid={problems[name] ? true : undefined}
        aria-describedby={said || undefined}
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Problem of={name} problems={problems} />
    </div>
  );
};

/** What was wrong with a field, in a sentence. */
export const Problem = ({ of, problems }: { readonly of: string; readonly problems: PanelProps['problems'] }): ComponentChildren =>
  problems[of] ? (
    <p class="error" id={`f-${of}-error`} role="alert">
      <Icon name="alert" />
      <span>{problems[of]}</span>
    </p>
  ) : null;
