import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Time } from '../../platform/markup/time.js';
import { Announced } from '../course/announced.view.js';
import { Hero } from '../course/hero.view.js';
import type { StaffHome } from '../course/home.js';
import { CourseMonth } from '../course/course-month.view.js';
import { QueueInBrief } from './queue.view.js';
import { homeTexts } from '../text.js';
import { titleOf } from '../course/title.js';
import { UnitList } from '../course/units.view.js';

export const StaffHomePage = (home: StaffHome) => {
  const [t, lang] = [useText(homeTexts), useLang()];
  return (
    <Layout title={titleOf(home, lang)} page="course-home" current="course">
      <Hero {...home}>
        <StaffActions {...home} />
      </Hero>
      <div class="wrap with-side">
        <div>
          <QueueInBrief {...home} />
          <UnitList {...home} shows="releases" />
        </div>
        <aside aria-label={t.due.side}>
          {home.isLecturer && <ComingOpenings {...home} />}
          <Announced {...home} />
          <CourseMonth {...home} />
        </aside>
      </div>
    </Layout>
  );
};

const StaffActions = ({ unit, deck, course }: StaffHome) => {
  const t = useText(homeTexts).hero;
  const asStudent = (
    <LinkButton kind="quiet" icon="eye" href={`/courses/${course}?as=student`}>
      {t.asStudent}
    </LinkButton>
  );
  if (!unit) return asStudent;
  return (
    <>
      {deck && (
        <LinkButton kind="primary" icon="slides" href={`/courses/${course}/present/${deck.lang}/${unit.key}`}>
          {t.present}
        </LinkButton>
      )}
      <LinkButton iconAfter="right" href={`/courses/${course}/units/${unit.key}`}>
        {t.openUnit}
      </LinkButton>
      {asStudent}
    </>
  );
};

/** The units that will open by themselves, the next first. */
const ComingOpenings = ({ units, course, zone }: StaffHome) => {
  const [t, lang] = [useText(homeTexts).openings, useLang()];
  const coming = units.filter(({ opensAt }) => opensAt).sort((one, other) => one.opensAt!.getTime() - other.opensAt!.getTime());
  if (coming.length === 0) return null;
  return (
    <section aria-labelledby="openings">
      <header class="head">
        <h2 id="openings">{t.title}</h2>
      </header>
      <ul role="list" class="returned">
        {coming.map(({ key, title, opensAt }) => (
          <li key={key}>
            <a href={`/courses/${course}/units/${key}`}>{title[lang]}</a>
            <span class="meta">
              <Time at={opensAt!} zone={zone} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
