import { Field } from '../platform/markup/fields.js';
import { Button, Form } from '../platform/markup/forms.js';
import { useText } from '../platform/markup/frame.js';
import { Banner } from '../platform/markup/notices.js';
import { Time } from '../platform/markup/time.js';
import { announcementsAt } from './announcement.js';
import type { FeedAddress } from './feed.service.js';
import { announceTexts } from './text.js';

interface FeedPanelProps {
  readonly feed: FeedAddress | null;
  readonly course: string;
  readonly zone: string;
  readonly done: string | null;
}

/** The reader's private address of the feed: shown, changed, revoked. */
export const FeedPanel = ({ feed, course, zone, done }: FeedPanelProps) => {
  const t = useText(announceTexts).feed;
  const action = `${announcementsAt(course)}/address`;
  return (
    <aside class="feed stack gap3" id="feed" aria-labelledby="feed-title">
      <h2 id="feed-title">{t.title}</h2>
      <p class="small soft">{t.lede}</p>
      {(done === 'made' || done === 'revoked') && (
        <Banner kind="ok" role="status">
          {t.done[done]}
        </Banner>
      )}
      {feed && (feed.address ? <Field name="feed" label={t.address} value={feed.address} readOnly /> : <p class="small">{t.hidden}</p>)}
      {feed && (
        <p class="meta">
          {t.since} <Time at={feed.createdAt} form="dated" zone={zone} />
        </p>
      )}
      <div class="row">
        <Form action={action} class="row">
          {feed ? (
            <Button size="small" icon="sync" confirm={{ question: t.renewQuestion, consequence: t.renewConsequence, action: t.renew }}>
              {t.renew}
            </Button>
          ) : (
            <Button size="small" icon="link">
              {t.make}
            </Button>
          )}
        </Form>
        {feed && (
          <Form action={`${action}/revocation`} class="row">
            <Button size="small" kind="danger">
              {t.revoke}
            </Button>
          </Form>
        )}
      </div>
    </aside>
  );
};
