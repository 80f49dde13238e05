import { Button, Form, LinkButton } from '../platform/markup/forms.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { Layout } from '../platform/markup/layout.js';
import { Badge, Banner } from '../platform/markup/notices.js';
import { Crumbs, SafeMarkup } from '../platform/markup/components.js';
import { Time } from '../platform/markup/time.js';
import {
  type Announcement,
  announcementAt,
  type AnnouncementNotice,
  announcementsAt,
  inLanguage,
  isEdited,
  stateOf,
} from './announcement.js';
import { renderBody } from './body.js';
import { announceTexts } from './text.js';

interface AnnouncementPageProps {
  readonly announcement: Announcement;
  readonly course: string;
  readonly zone: string;
  readonly mayChange: boolean;
  readonly done: AnnouncementNotice;
  /** Somebody changed it before it could be withdrawn. */
  readonly isOvertaken?: boolean;
}

export const AnnouncementPage = (props: AnnouncementPageProps) => {
  const { announcement, course, zone, mayChange, done, isOvertaken } = props;
  const [t, lang] = [useText(announceTexts), useLang()];
  const { title, body, lang: written } = inLanguage(announcement.words, lang);
  return (
    <Layout title={title} page="announcing" current="course">
      <article class="wrap page narrow">
        <header class="stack gap3">
          <Crumbs
            trail={[{ label: t.course, href: `/courses/${course}` }, { label: t.title, href: announcementsAt(course) }, { label: title }]}
          />
          <h1 lang={written === lang ? undefined : written}>{title}</h1>
          <Byline announcement={announcement} zone={zone} />
        </header>
        {(done === 'written' || done === 'edited' || done === 'withdrawn') && (
          <Banner kind="ok" role="status">
            {t.done[done]}
          </Banner>
        )}
        {isOvertaken && (
          <Banner kind="warn" role="alert">
            {t.form.conflict}
          </Banner>
        )}
        <Standing announcement={announcement} zone={zone} />
        {written !== lang && <p class="small soft">{t.otherLanguage[written]}</p>}
        <div lang={written === lang ? undefined : written}>
          <SafeMarkup html={renderBody(body, written)} />
        </div>
        {mayChange && <Changing {...props} />}
      </article>
    </Layout>
  );
};

/** Who wrote it, when it appeared, and for whom. */
export const Byline = ({ announcement, zone }: { announcement: Announcement; zone: string }) => {
  const t = useText(announceTexts);
  const { author, section, publishAt, publishedAt, updatedAt } = announcement;
  const [state, edited] = [stateOf(announcement), isEdited(announcement)];
  return (
    <p class="meta byline">
      {author}, {state === 'scheduled' && `${t.willAppear} `}
      <Time at={publishedAt ?? publishAt} zone={zone} />
      {edited && state === 'published' && (
        <>
          {', '}
          {t.edited} <Time at={updatedAt} form="plain" zone={zone} />
        </>
      )}
      {section && (
        <>
          {' '}
          <Badge icon="people">{t.forSection(section.name)}</Badge>
        </>
      )}
    </p>
  );
};

const Standing = ({ announcement, zone }: { announcement: Announcement; zone: string }) => {
  const t = useText(announceTexts).standing;
  const state = stateOf(announcement);
  if (state === 'published') return null;
  return (
    <Banner kind={state === 'scheduled' ? 'info' : 'warn'} icon={state === 'scheduled' ? 'clock' : 'alert'}>
      {t[state]} <Time at={announcement.withdrawnAt ?? announcement.publishAt} zone={zone} />.
    </Banner>
  );
};

const Changing = ({ announcement, course }: AnnouncementPageProps) => {
  const t = useText(announceTexts);
  const at = announcementAt(course, announcement.id);
  return (
    <footer class="row">
      <LinkButton href={`${at}/edit`}>{t.edit}</LinkButton>
      <Form action={`${at}/withdrawal`} class="row">
        <input type="hidden" name="version" value={announcement.version} />
        <Button kind="danger" confirm={{ question: t.withdrawQuestion, consequence: t.withdrawConsequence, action: t.withdraw }}>
          {t.withdraw}
        </Button>
      </Form>
    </footer>
  );
};
