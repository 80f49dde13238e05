import { Field } from '../../platform/markup/fields.js';
import { Button, Form, LinkButton } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Banner } from '../../platform/markup/notices.js';
import type { Subscription } from './calendar.service.js';
import { calendarTexts } from './text.js';

interface SubscriptionCardProps {
  readonly subscription: Subscription | null;
  readonly course: string;
  readonly done: unknown;
}

/** The private address of the reader's own calendar: made, changed and withdrawn here, and shown to them alone. */
export const SubscriptionCard = ({ subscription, course, done }: SubscriptionCardProps) => {
  const t = useText(calendarTexts).subscription;
  const at = `/courses/${course}/calendar/address`;
  return (
    <section id="subscribe" class="subscription" aria-labelledby="h-subscribe">
      <h2 id="h-subscribe">{t.title}</h2>
      {(done === 'made' || done === 'revoked') && (
        <Banner kind="ok" role="status">
          {t[done]}
        </Banner>
      )}
      {subscription ? (
        <Standing address={subscription.address} at={at} />
      ) : (
        <>
          <p class="small soft">{t.what}</p>
          <Form action={at}>
            <Button>{t.make}</Button>
          </Form>
        </>
      )}
    </section>
  );
};

const Standing = ({ address, at }: { address: string | null; at: string }) => {
  const t = useText(calendarTexts).subscription;
  return (
    <>
      {address ? (
        <>
          <Field name="address" label={t.address} hint={t.warning} value={address} readOnly type="url" />
          <p>
            <LinkButton kind="primary" icon="link" href={address.replace(/^https?:/, 'webcal:')}>
              {t.subscribe}
            </LinkButton>
          </p>
          <p class="small soft">{t.how}</p>
        </>
      ) : (
        <p class="small">{t.hidden}</p>
      )}
      <div class="row">
        <Form action={at}>
          <Button size="small">{t.renew}</Button>
        </Form>
        <Form action={`${at}/removal`}>
          <Button size="small" kind="danger" confirm={{ question: t.sure, consequence: t.consequence, action: t.revoke }}>
            {t.revoke}
          </Button>
        </Form>
      </div>
    </>
  );
};
