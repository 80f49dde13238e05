import type { FormProblems } from '../platform/http/form.js';
import { Field } from '../platform/markup/fields.js';
import { Button, Form } from '../platform/markup/forms.js';
import { useFrame, useText } from '../platform/markup/frame.js';
import { BareLayout } from '../platform/markup/layout.js';
import { QuietBar } from '../platform/markup/topbar.js';
import { Filings } from '../platform/markup/components.js';
import { authTexts } from './text.js';

export interface DemonstrationAccount {
  readonly email: string;
  readonly name: string;
  readonly role: 'lecturer' | 'assistant' | 'student' | 'admin';
}

interface SignInPageProps {
  readonly next: string;
  readonly problems?: FormProblems;
  /** Only in a demonstration. */
  readonly accounts: { readonly password: string; readonly list: readonly DemonstrationAccount[] } | null;
}

export const SignInPage = ({ next, problems, accounts }: SignInPageProps) => {
  const t = useText(authTexts).signIn;
  return (
    <BareLayout title={t.title} page="sign-in-page">
      <div class="sign-in">
        <div class="sign-in-form stack">
          <QuietBar />
          <h1>{t.heading}</h1>
          <p class="lede">{t.lede}</p>
          <Form action="/sign-in" problems={problems}>
            <input type="hidden" name="next" value={next} />
            <Field name="email" label={t.email} type="email" autoComplete="username" required />
            <Field name="password" label={t.password} type="password" autoComplete="current-password" required />
            <Button kind="primary">{t.submit}</Button>
          </Form>
          <p class="small soft">
            {t.noAccount} <a href="/#units">{t.openSlides}</a>
          </p>
          {accounts && <Accounts {...accounts} />}
        </div>
        <Motto />
      </div>
    </BareLayout>
  );
};

const Accounts = ({ password, list }: NonNullable<SignInPageProps['accounts']>) => {
  const t = useText(authTexts).signIn;
  return (
    <details class="accounts" open={!useFrame().person}>
      <summary>{t.accounts}</summary>
      <p class="small">{t.accountsHint(password)}</p>
      <div class="accounts-list" tabIndex={0} role="region" aria-label={t.accounts}>
        <ul role="list" class="small">
          {list.map(({ email, name, role }) => (
            <li key={email}>
              <code>{email}</code> <span class="soft">{`${name}, ${t.roles[role]}`}</span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
};

const Motto = () => {
  const t = useText(authTexts).signIn;
  return (
    <div class="sign-in-motto">
      <Filings />
      <figure>
        <blockquote>{t.motto}</blockquote>
        <figcaption>{t.mottoSource}</figcaption>
      </figure>
    </div>
  );
};
