import { Button, Form, LinkButton } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Banner } from '../../platform/markup/notices.js';
import type { NoticeKind } from './notices.js';
import { noticeTexts } from './text.js';

interface UnsubscribePageProps {
  readonly kind: NoticeKind;
  readonly action: string;
  readonly isDone: boolean;
}

/** It says nothing of the person: whoever has the link can only switch this off. */
export const UnsubscribePage = ({ kind, action, isDone }: UnsubscribePageProps) => {
  const t = useText(noticeTexts).unsubscribe;
  return (
    <Layout title={t.title}>
      <div class="wrap page narrow">
        <h1>{t.title}</h1>
        {isDone ? (
          <>
            <Banner kind="ok" role="status">
              {t.done[kind]}
            </Banner>
            <p class="soft">{t.undo}</p>
            <p>
              <LinkButton href="/account">{t.account}</LinkButton>
            </p>
          </>
        ) : (
          <Form action={action}>
            <p class="lede">{t.ask[kind]}</p>
            <p class="soft">{t.stillThere[kind]}</p>
            <p>
              <Button kind="primary">{t.confirm}</Button>
            </p>
          </Form>
        )}
      </div>
    </Layout>
  );
};
