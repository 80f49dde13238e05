import { announcementAt, announcementsAt } from '../../announcements/index.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Badge } from '../../platform/markup/notices.js';
import { Shared } from '../../platform/markup/shared.js';
import { Time } from '../../platform/markup/time.js';
import { homeTexts } from '../text.js';
import type { CourseHome } from './home.js';

/** The last things that were said to the class. */
export const Announced = ({ announcements, course, zone }: AnnouncedProps) => (
  <Shared of={AnnouncedTo} props={{ announcements, course, zone }} />
);

type AnnouncedProps = Pick<CourseHome, 'announcements' | 'course' | 'zone'>;

const AnnouncedTo = ({ announcements, course, zone }: AnnouncedProps) => {
  const [t, lang] = [useText(homeTexts).announced, useLang()];
  return (
    <section aria-labelledby="announced">
      <header class="head">
        <h2 id="announced">{t.title}</h2>
        <a class="small" href={announcementsAt(course)}>
          {t.all}
        </a>
      </header>
      {announcements.length === 0 && <p class="small soft">{t.none}</p>}
      <ul role="list" class="announced">
        {announcements.map(({ id, title, excerpt, lang: written, author, publishedAt, isNew }) => (
          <li key={id}>
            <p>
              <a href={announcementAt(course, id)} lang={written === lang ? undefined : written}>
                {title}
              </a>{' '}
              {isNew && <Badge kind="info">{t.isNew}</Badge>}
            </p>
            <p class="small soft" lang={written === lang ? undefined : written}>
              {excerpt}
            </p>
            <p class="meta">
              {author}, <Time at={publishedAt} form="plain" zone={zone} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
