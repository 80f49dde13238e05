import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { numberText } from '../../platform/markup/amounts.js';
import { type ViewAs, useViewAsAddress } from '../../platform/markup/view-as.js';
import { Layout } from '../../platform/markup/layout.js';
import { Time } from '../../platform/markup/time.js';
import { useDeckAddress } from './deck-address.js';
import { DueCard } from './due-card.view.js';
import { Announced } from '../course/announced.view.js';
import { Hero } from '../course/hero.view.js';
import type { StudentHome } from '../course/home.js';
import { CourseMonth } from '../course/course-month.view.js';
import { homeTexts } from '../text.js';
import { titleOf } from '../course/title.js';
import { UnitList } from '../course/units.view.js';
import { WeekSteps } from './week-steps.view.js';

export const StudentHomePage = ({ viewAs, ...home }: StudentHome & { readonly viewAs: ViewAs }) => {
  const [t, lang] = [useText(homeTexts), useLang()];
  return (
    <Layout title={titleOf(home, lang)} page="course-home" current="course" viewAs={viewAs}>
      <Hero {...home}>
        <StudentActions {...home} />
      </Hero>
      <div class="wrap with-side">
        <div>
          <WeekSteps {...home} />
          <UnitList {...home} shows="progress" />
        </div>
        <aside aria-label={t.due.side}>
          <DueCard {...home} />
          <Announced {...home} />
          {home.returned.length > 0 && <Returned {...home} />}
          <CourseMonth {...home} />
        </aside>
      </div>
    </Layout>
  );
};

const StudentActions = ({ unit, units, deck, course, zone, progress }: StudentHome) => {
  const [t, seen, deckAt] = [useText(homeTexts).hero, useViewAsAddress(), useDeckAddress(course)];
  const { goOn } = progress;
  const left = goOn && units.find(({ key, isOpen }) => key === goOn.unit && isOpen);
  const isBegun = unit !== null && progress.units.get(unit.key)?.stage === 'begun';
  return (
    <>
      {unit?.isOpen && (
        <LinkButton kind="primary" iconAfter="right" href={seen(`/courses/${course}/units/${unit.key}`)}>
          {isBegun ? t.resumeUnit : t.openUnit}
        </LinkButton>
      )}
      {unit && !unit.isOpen && unit.opensAt && (
        <p>
          {t.opens} <Time at={unit.opensAt} zone={zone} isLast />
        </p>
      )}
      {goOn && left && (
        <LinkButton icon="slides" href={deckAt(goOn.language, goOn.unit, goOn.slide)}>
          {t.goOn(left.number, goOn.slide)}
        </LinkButton>
      )}
      {unit && deck?.isOpen && !left && (
        <LinkButton icon="slides" href={unit.isOpen ? deckAt(deck.lang, unit.key) : `/slides/${deck.lang}/${unit.key}`}>
          {t.slides}
        </LinkButton>
      )}
    </>
  );
};

/** Marks that were posted, each leading to the attempt it judged. */
const Returned = ({ returned, course, zone }: Pick<StudentHome, 'returned' | 'course' | 'zone'>) => {
  const [texts, lang] = [useText(homeTexts), useLang()];
  const t = texts.returned;
  return (
    <section aria-labelledby="returned">
      <header class="head">
        <h2 id="returned">{t.title}</h2>
        <a class="small" href={`/courses/${course}/marks`}>
          {t.all}
        </a>
      </header>
      <ul role="list" class="returned">
        {returned.map(({ submissionId, number, title, points, outOf, postedAt }) => (
          <li key={submissionId}>
            <a href={`/courses/${course}/submissions/${submissionId}`}>{texts.due.stage(number, title[lang])}</a>
            <b class="num">{t.points(numberText(lang, points), numberText(lang, outOf))}</b>
            <span class="meta">
              {t.posted} <Time at={postedAt} form="date" zone={zone} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
