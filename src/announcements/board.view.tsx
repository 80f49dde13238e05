import { Button, Form, LinkButton } from '../platform/markup/forms.js';
import { asset } from '../platform/markup/assets.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { Layout } from '../platform/markup/layout.js';
import { Badge, Empty } from '../platform/markup/notices.js';
import { Crumbs } from '../platform/markup/components.js';
import { type Announcement, announcementAt, type AnnouncementNotice, announcementsAt, inLanguage, stateOf } from './announcement.js';
import { Byline } from './announcement.view.js';
import { excerptOf } from './body.js';
import type { Board } from './board.service.js';
import { FeedPanel } from './feed.view.js';
import { announceTexts } from './text.js';

interface BoardPageProps extends Board {
  readonly course: string;
  readonly zone: string;
  readonly mayWrite: boolean;
  readonly done: AnnouncementNotice;
}

export const BoardPage = (props: BoardPageProps) => {
  const { announcements, course, mayWrite, number } = props;
  const t = useText(announceTexts);
  const at = announcementsAt(course);
  const newest = number === 1 ? announcements.find(({ isNew }) => isNew)?.publishedAt : null;
  return (
    <Layout title={t.title} page="announcing" current="course">
      <div class="wrap page">
        <header class="stack gap3">
          <Crumbs trail={[{ label: t.course, href: `/courses/${course}` }, { label: t.title }]} />
          <div class="page-head">
            <div>
              <h1>{t.title}</h1>
              <p class="soft">{t.lede}</p>
            </div>
            {mayWrite && (
              <LinkButton kind="primary" icon="plus" href={`${at}/new`}>
                {t.write}
              </LinkButton>
            )}
          </div>
        </header>
        <div class="board">
          <div class="stack">
            {newest && <MarkRead action={`${at}/reading`} until={newest} />}
            <List {...props} />
            <Pages {...props} />
          </div>
          <FeedPanel {...props} />
        </div>
      </div>
    </Layout>
  );
};

const List = ({ announcements, course, zone, mayWrite }: BoardPageProps) => {
  const t = useText(announceTexts);
  if (announcements.length === 0)
    return (
      <Empty icon="bell" title={t.none} level="h2">
        {mayWrite ? t.noneHintLecturer : t.noneHint}
      </Empty>
    );
  return (
    <ol role="list" class="announcements">
      {announcements.map((announcement) => (
        <Item key={announcement.id} announcement={announcement} course={course} zone={zone} />
      ))}
    </ol>
  );
};

const Item = ({ announcement, course, zone }: { announcement: Announcement } & Pick<BoardPageProps, 'course' | 'zone'>) => {
  const [t, lang] = [useText(announceTexts), useLang()];
  const { title, body, lang: written } = inLanguage(announcement.words, lang);
  const state = stateOf(announcement);
  const own = written === lang ? undefined : written;
  return (
    <li>
      <h2>
        <a href={announcementAt(course, announcement.id)} lang={own}>
          {title}
        </a>{' '}
        {announcement.isNew && <Badge kind="info">{t.isNew}</Badge>}
        {state !== 'published' && <Badge kind={state === 'scheduled' ? 'now' : 'plain'}>{t.states[state]}</Badge>}
      </h2>
      <p class="soft" lang={own}>
        {excerptOf(body, written, 220)}
      </p>
      <Byline announcement={announcement} zone={zone} />
    </li>
  );
};

/** Pressed by itself where scripts run: looking at the list is having seen it. */
const MarkRead = ({ action, until }: { action: string; until: Date }) => (
  <Form action={action} class="row" id="reading">
    <input type="hidden" name="until" value={until.toISOString()} />
    <Button size="small" icon="check">
      {useText(announceTexts).markRead}
    </Button>
    <script type="module" src={asset('reading.js')} />
  </Form>
);

const Pages = ({ number, pages, course }: Pick<BoardPageProps, 'number' | 'pages' | 'course'>) => {
  const t = useText(announceTexts);
  if (pages < 2) return null;
  const page = (one: number): string => `${announcementsAt(course)}?page=${one}`;
  return (
    <nav class="row" aria-label={t.pages}>
      {number > 1 && (
        <LinkButton href={page(number - 1)} icon="left" rel="prev">
          {t.newer}
        </LinkButton>
      )}
      <p class="meta">{t.pageOf(number, pages)}</p>
      {number < pages && (
        <LinkButton href={page(number + 1)} iconAfter="right" rel="next">
          {t.older}
        </LinkButton>
      )}
    </nav>
  );
};
