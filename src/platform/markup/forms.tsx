import { type ButtonHTMLAttributes, type ComponentChildren, createContext, type LooseAnchorHTMLAttributes } from 'preact';
import { useContext } from 'preact/hooks';
import type { FormProblems } from '../http/form.js';
import { FORM_TOKEN_FIELD } from '../http/form-token.shared.js';
import { useFrame, useText } from './frame.js';
import { Own } from './shared.js';
import { useViewAs } from './view-as.js';
import { Icon, type IconName } from './icons.js';
import { markupTexts } from './text.js';

/** What the fields of a form learn from it: what was wrong, and how their ids begin. */
interface FormScope {
  readonly problems?: FormProblems | undefined;
  readonly scope?: string | undefined;
}
/** What each field is called on its page. */
export type FieldLabels = Readonly<Record<string, string>>;

const Scope = createContext<FormScope>({});

export const useFormScope = (): FormScope => useContext(Scope);
export const fieldId = (name: string, scope?: string): string => ['f', scope, name].filter(Boolean).join('-');

interface FormProps extends FormScope {
  readonly action: string;
  readonly children: ComponentChildren;
  /** Names fields in the summary, where sentences alone would not say which is meant. */
  readonly labels?: FieldLabels | undefined;
  readonly id?: string;
  readonly class?: string;
  /** `upload` when a `FileField` stands in it; `query` asks for a page and changes nothing, so it needs no token. */
  readonly sends?: 'fields' | 'upload' | 'query';
  /** Asks before what was typed is left behind. */
  readonly guard?: boolean;
}

/** A form that posts: carries the page's token first, shows what was wrong above its fields, and tells them. */
export const Form = ({
  action,
  children,
  problems,
  scope,
  labels,
  sends = 'fields',
  guard = false,
  class: look = 'stack',
  ...native
}: FormProps) => (
  <form
    {...native}
    class={look}
    method={sends === 'query' ? 'get' : 'post'}
    action={action}
    noValidate
    data-guard={guard || undefined}
    encType={sends === 'upload' ? 'multipart/form-data' : undefined}
  >
    {sends !== 'query' && <FormToken />}
    <Scope.Provider value={{ problems, scope }}>
      <ErrorSummary problems={problems} scope={scope} labels={labels} />
      {useViewAs() === null ? (
        children
      ) : (
        <fieldset disabled class="inline">
          {children}
        </fieldset>
      )}
    </Scope.Provider>
  </form>
);

const FormToken = () => (
  <Own>
    <TokenField />
  </Own>
);
const TokenField = () => <input type="hidden" name={FORM_TOKEN_FIELD} value={useFrame().formToken} />;

/** Names what is wrong, in the order given, each line leading to its field. `Form` shows it by itself. */
export const ErrorSummary = ({ problems, scope, labels = {} }: FormScope & { readonly labels?: FieldLabels | undefined }) => {
  const t = useText(markupTexts);
  const errors = Object.entries(problems?.errors ?? {});
  if (errors.length === 0) return null;
  const lineOf = (name: string, sentence: string): string => (labels[name] ? t.problemOf(labels[name], sentence) : sentence);
  return (
    <div class="banner bad problems" role="alert" tabIndex={-1} data-problems>
      <Icon name="alert" />
      <div>
        <b>{t.problems(errors.length)}</b>
        <ul>
          {errors.map(([name, sentence]) => (
            <li key={name}>{name ? <a href={`#${fieldId(name, scope)}`}>{lineOf(name, sentence)}</a> : sentence}</li>
          ))}
        </ul>
      </div>
    </div>
  );
};

interface ButtonLook {
  /** One `primary` a view; `danger` only for what cannot be taken back. */
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly icon?: IconName | undefined;
  readonly iconAfter?: IconName | undefined;
  /** With an icon and no words: what a screen reader says. */
  readonly label?: string | undefined;
  /** The single key that does the same, shown beside the words. */
  readonly shortcut?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

/** A question put before the form is sent, by the page's script; the server must not count on it. */
export interface Confirmation {
  readonly question: string;
  readonly consequence?: string;
  readonly action: string;
}

type ButtonProps = ButtonLook & { readonly confirm?: Confirmation | undefined } & Omit<ButtonHTMLAttributes, keyof ButtonLook>;

/** Sends its form, unless `type="button"`. */
export const Button = ({
  kind,
  size,
  icon,
  iconAfter,
  label,
  shortcut,
  confirm,
  class: more,
  children,
  type = 'submit',
  ...native
}: ButtonProps) => {
  const t = useText(markupTexts);
  const asks = confirm && {
    'data-confirm': confirm.question,
    'data-consequence': confirm.consequence,
    'data-action': confirm.action,
    'data-keep': t.keep,
  };
  return (
    <button
      {...native}
      {...asks}
      type={type}
      class={lookOf({ kind, size, more, isBare: !children })}
      aria-label={label}
      aria-keyshortcuts={shortcut}
    >
      <Inside icon={icon} iconAfter={iconAfter} shortcut={shortcut} children={children} />
    </button>
  );
};

type LinkButtonProps = ButtonLook & { readonly href: string } & Omit<LooseAnchorHTMLAttributes, keyof ButtonLook | 'href' | 'role'>;

/** A link that looks like a button: the one thing to do next on a page that is not a form. */
export const LinkButton = ({ kind, size, icon, iconAfter, label, shortcut, class: more, children, ...native }: LinkButtonProps) => (
  <a {...native} class={lookOf({ kind, size, more, isBare: !children })} aria-label={label} aria-keyshortcuts={shortcut}>
    <Inside icon={icon} iconAfter={iconAfter} shortcut={shortcut} children={children} />
  </a>
);

type Insides = { [K in 'icon' | 'iconAfter' | 'shortcut' | 'children']: ButtonLook[K] | undefined };

const Inside = ({ icon, iconAfter, shortcut, children }: Insides) => (
  <>
    {icon && <Icon name={icon} />}
    {children}
    {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
    {iconAfter && <Icon name={iconAfter} />}
  </>
);

interface Look {
  readonly kind: ButtonLook['kind'] | undefined;
  readonly size: ButtonLook['size'] | undefined;
  readonly more: string | undefined;
  readonly isBare: boolean;
}
const lookOf = ({ kind, size, more, isBare }: Look): string =>
  ['btn', kind === 'plain' ? '' : kind, size === 'small' ? 'sm' : '', isBare ? 'only' : '', more].filter(Boolean).join(' ');
