import type { Lang } from '../kernel/localised.js';
import { Choice, Field, Select } from '../platform/markup/fields.js';
import { Button, Form } from '../platform/markup/forms.js';
import { useText } from '../platform/markup/frame.js';
import { Layout } from '../platform/markup/layout.js';
import { Banner } from '../platform/markup/notices.js';
import { PASSWORD_LENGTH } from './password-length.js';
import { authTexts } from './text.js';

interface AccountPageProps {
  readonly name: string;
  readonly email: string;
  readonly language: Lang | null;
  readonly shortcutsEnabled: boolean;
  /** The preferences were just saved. */
  readonly done: boolean;
  /** What was wrong with a change of password; nothing typed there is shown again. */
  readonly errors?: Readonly<Record<string, string>>;
}

export const AccountPage = ({ name, email, language, shortcutsEnabled, done, errors }: AccountPageProps) => {
  const t = useText(authTexts).account;
  return (
    <Layout title={t.title} current="account">
      <div class="wrap page narrow">
        <header>
          <h1>{t.title}</h1>
          <p class="soft">{`${name}, ${email}`}</p>
        </header>
        {done && <Banner kind="ok">{t.saved}</Banner>}
        <Preferences language={language} shortcutsEnabled={shortcutsEnabled} />
        <section class="stack" aria-labelledby="password">
          <h2 id="password">{t.password}</h2>
          <Form action="/account/password" {...(errors && { problems: { typed: {}, errors } })}>
            <Field name="present" label={t.present} type="password" autoComplete="current-password" required />
            <Field
              name="fresh"
              label={t.fresh}
              hint={t.freshHint(PASSWORD_LENGTH.min)}
              type="password"
              autoComplete="new-password"
              required
            />
            <Button>{t.change}</Button>
          </Form>
        </section>
      </div>
    </Layout>
  );
};

const Preferences = ({ language, shortcutsEnabled }: Pick<AccountPageProps, 'language' | 'shortcutsEnabled'>) => {
  const t = useText(authTexts).account;
  const languages = [
    { value: '', label: t.browser },
    { value: 'fr', label: t.french },
    { value: 'en', label: t.english },
  ];
  return (
    <Form action="/account/preferences">
      <Select name="language" label={t.language} hint={t.languageHint} options={languages} value={language ?? ''} />
      <Choice type="checkbox" name="shortcuts" value="on" checked={shortcutsEnabled} label={t.shortcuts} hint={t.shortcutsHint} />
      <Button kind="primary">{t.save}</Button>
    </Form>
  );
};
