import type { Lang } from '../kernel/localised.js';
import { numberText } from '../platform/markup/amounts.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { LinkButton } from '../platform/markup/forms.js';
import { Icon } from '../platform/markup/icons.js';
import { Badge, Banner, Empty } from '../platform/markup/notices.js';
import { Time } from '../platform/markup/time.js';
import { AdminPage } from './admin-page.view.js';
import { adminTexts } from './text.js';

interface WrittenMail {
  readonly id: string;
  readonly recipient: string;
  readonly language: Lang;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly lastError: string | null;
  /** When it is tried again; null for what has left, what is only kept, and what was given up. */
  readonly dueAt: Date | null;
}

interface MailPageProps {
  readonly mails: readonly WrittenMail[];
  /** Of this page, counted from 1. */
  readonly number: number;
  readonly pages: number;
  readonly total: number;
  /** False where messages are only kept. */
  readonly isSending: boolean;
}

export const MailPage = ({ mails, number, pages, total, isSending }: MailPageProps) => {
  const [t, lang] = [useText(adminTexts), useLang()];
  return (
    <AdminPage part="mail">
      <section class="stack" aria-labelledby="mail">
        <div class="head">
          <h2 id="mail">{t.mail}</h2>
          <p class="meta">{numberText(lang, total)}</p>
        </div>
        <p class="soft">{t.mailLede}</p>
        {!isSending && <Banner>{t.kept}</Banner>}
        {mails.length === 0 ? (
          <Empty icon="mail" title={t.noMail}>
            {t.noMailHint}
          </Empty>
        ) : (
          <ol role="list" class="mails">
            {mails.map((mail) => (
              <Message key={mail.id} mail={mail} isSending={isSending} />
            ))}
          </ol>
        )}
        <Pages number={number} pages={pages} />
      </section>
    </AdminPage>
  );
};

const Message = ({ mail, isSending }: { mail: WrittenMail; isSending: boolean }) => {
  const t = useText(adminTexts);
  return (
    <li>
      <details>
        <summary>
          <span class="mail-subject" lang={mail.language}>
            {mail.subject}
          </span>
          <span class="mail-to">{mail.recipient}</span>
          <span class="meta">
            <Time at={mail.createdAt} form="plain" />
          </span>
          <State mail={mail} isSending={isSending} />
          <Icon name="down" />
        </summary>
        {mail.lastError && (
          <p class="small soft">
            {t.lastError(mail.lastError)}
            {mail.dueAt && (
              <>
                {' '}
                {t.nextTry} <Time at={mail.dueAt} form="plain" />.
              </>
            )}
          </p>
        )}
        <pre class="mail-body" lang={mail.language} tabIndex={0} role="group" aria-label={t.read(mail.subject, mail.recipient)}>
          {mail.body}
        </pre>
      </details>
    </li>
  );
};

const State = ({ mail: { sentAt, lastError, dueAt }, isSending }: { mail: WrittenMail; isSending: boolean }) => {
  const t = useText(adminTexts);
  if (sentAt) return <Badge kind="ok">{t.sent}</Badge>;
  if (lastError) return dueAt ? <Badge kind="warn">{t.retrying}</Badge> : <Badge kind="bad">{t.failed}</Badge>;
  return dueAt && isSending ? <Badge kind="info">{t.waiting}</Badge> : <Badge>{t.keptHere}</Badge>;
};

const Pages = ({ number, pages }: Pick<MailPageProps, 'number' | 'pages'>) => {
  const t = useText(adminTexts);
  if (pages < 2) return null;
  return (
    <nav class="row" aria-label={t.pages}>
      {number > 1 && (
        <LinkButton href={`/admin/mail?page=${number - 1}`} icon="left" rel="prev">
          {t.newer}
        </LinkButton>
      )}
      <p class="meta">{t.pageOf(number, pages)}</p>
      {number < pages && (
        <LinkButton href={`/admin/mail?page=${number + 1}`} iconAfter="right" rel="next">
          {t.older}
        </LinkButton>
      )}
    </nav>
  );
};
