import type { Lang } from '../kernel/localised.js';
import { NOTICE_KINDS, type NoticePreferences } from '../people/index.js';
import { Choice, ChoiceGroup, Field, Select } from '../platform/markup/fields.js';
import { Button, Form } from '../platform/markup/forms.js';
import { useText } from '../platform/markup/frame.js';
import { Layout } from '../platform/markup/layout.js';
import { Banner } from '../platform/markup/notices.js';
import { PASSWORD_LENGTH } from './password-length.js';
import { authTexts } from './text.js';

/** What has just become of a form of this page. */
export interface AccountNotice {
  /** What was just saved. */
  readonly done?: 'preferences' | 'notices' | null;
  /** What was wrong with a change of password; nothing typed there is shown again. */
  readonly errors?: Readonly<Record<string, string>>;
}

interface AccountPageProps extends AccountNotice {
  readonly name: string;
  readonly email: string;
  readonly language: Lang | null;
  readonly shortcutsEnabled: boolean;
  readonly notices: NoticePreferences;
}

export const AccountPage = ({ name, email, language, shortcutsEnabled, notices, done, errors }: AccountPageProps) => {
  const t = useText(authTexts).account;
  return (
    <Layout title={t.title} current="account">
      <div class="wrap page narrow">
        <header>
          <h1>{t.title}</h1>
          <p class="soft">{`${name}, ${email}`}</p>
        </header>
        {done && <Banner kind="ok">{done === 'notices' ? t.noticesSaved : t.saved}</Banner>}
        <Preferences language={language} shortcutsEnabled={shortcutsEnabled} />
        <NoticeSwitches notices={notices} />
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

/** The kinds of mail that may be switched off; the others are said, so that nobody looks for their switch. */
const NoticeSwitches = ({ notices }: Pick<AccountPageProps, 'notices'>) => {
  const t = useText(authTexts).account;
  return (
    <section class="stack" aria-labelledby="notices">
      <h2 id="notices">{t.notices}</h2>
      <Form action="/account/notices" scope="notices">
        <ChoiceGroup name="kinds" label={t.noticesLabel} hint={t.noticesAlways}>
          {NOTICE_KINDS.map((kind) => (
            <Choice
              key={kind}
              type="checkbox"
              name={kind}
              checked={notices[kind]}
              label={t.noticeKinds[kind].label}
              hint={t.noticeKinds[kind].hint}
            />
          ))}
        </ChoiceGroup>
        <Button>{t.saveNotices}</Button>
      </Form>
    </section>
  );
};
