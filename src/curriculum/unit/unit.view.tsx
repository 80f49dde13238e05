import type { Lang } from '../../kernel/localised.js';
import { LinkButton } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import { Layout } from '../../platform/markup/layout.js';
import { Crumbs } from '../../platform/markup/pieces.js';
import { Time } from '../../platform/markup/time.js';
import type { CourseRole } from '../../platform/security/actor.js';
import type { CourseUnit } from '../course-unit.js';
import type { ClassMeeting } from '../plan.queries.js';
import { curriculumTexts } from '../text.js';
import { Readings } from './readings.view.js';
import { type ReleaseNotice, ReleasePanel } from './release-panel.view.js';
import { NextAndPrevious, UnitRail } from './unit-ways.view.js';

export interface UnitPageProps {
  readonly unit: CourseUnit;
  readonly units: readonly CourseUnit[];
  readonly classes: readonly ClassMeeting[];
  readonly deck: { readonly lang: Lang; readonly slides: number } | null;
  readonly role: CourseRole;
  readonly release: ReleaseNotice & { readonly mayChange: boolean };
  /** The course's slug. */
  readonly course: string;
  readonly zone: string;
  readonly now: Date;
}

export const UnitPage = (props: UnitPageProps) => {
  const [t, lang] = [useText(curriculumTexts).unit, useLang()];
  const { unit, units, role, course, zone, deck } = props;
  const title = unit.title[lang];
  return (
    <Layout title={t.pageTitle(unit.number, title)} description={unit.aim[lang]} page="unit-page" current="course">
      <div class={role === 'student' ? 'wrap unit' : 'wrap unit for-staff'}>
        <UnitRail units={units} current={unit.key} course={course} />
        <div class="unit-main">
          <Crumbs trail={[{ label: t.course, href: `/courses/${course}` }, { label: t.number(unit.number) }]} />
          <Opening {...props} />
          <section aria-labelledby="outcomes">
            <h2 id="outcomes" class="lede">
              {t.outcomes}
            </h2>
            <ul class="aims prose">
              {unit.outcomes.map((outcome) => (
                <li key={outcome.fr}>{outcome[lang]}</li>
              ))}
            </ul>
          </section>
          <Slides unit={unit} deck={deck} />
          {unit.readings.length > 0 && <Readings readings={unit.readings} />}
          <NextAndPrevious units={units} current={unit.key} course={course} zone={zone} />
        </div>
        {role !== 'student' && <StaffSide {...props} />}
      </div>
    </Layout>
  );
};

const Opening = ({ unit, classes, zone }: UnitPageProps) => {
  const [t, lang] = [useText(curriculumTexts).unit, useLang()];
  return (
    <header class="unit-open">
      <span class="big" aria-hidden="true">
        {unit.number}
      </span>
      <div>
        <h1>{unit.title[lang]}</h1>
        <ul role="list" class="meta classes">
          {classes.map(({ week, startsAt, place }) => (
            <li key={week}>
              {t.week(week)} · <Time at={startsAt} zone={zone} />
              {place[lang] && ` · ${place[lang]}`}
            </li>
          ))}
        </ul>
      </div>
      <p class="lede">{unit.aim[lang]}</p>
    </header>
  );
};

/** The deck in its frame. Everything also works as links: the frame is one page of ours inside another. */
const Slides = ({ unit, deck }: Pick<UnitPageProps, 'unit' | 'deck'>) => {
  const [t, lang] = [useText(curriculumTexts).unit, useLang()];
  const address = deck && `/slides/${deck.lang}/${unit.key}`;
  return (
    <section id="slides" aria-labelledby="h-slides">
      <header class="head">
        <h2 id="h-slides">{t.slides}</h2>
        {address && (
          <a class="small" href={address}>
            {t.fullScreen} <Icon name="external" />
          </a>
        )}
      </header>
      {deck && deck.lang !== lang && <p class="small soft other-language">{t.otherLanguage}</p>}
      {deck ? (
        <figure class="viewer">
          <iframe
            src={`${address}?view=embed`}
            title={t.slidesOf(unit.title[lang])}
            loading="lazy"
            allow="fullscreen"
            lang={`${deck.lang}-CA`}
          />
          <figcaption class="row meta">
            <span>{t.count(deck.slides)}</span>
            <span class="push keys with-script">
              <kbd>←</kbd> <kbd>→</kbd> {t.keys.change}, <kbd>F</kbd> {t.keys.fullScreen}, <kbd>O</kbd> {t.keys.overview}
            </span>
          </figcaption>
        </figure>
      ) : (
        <p class="soft">{t.noSlides}</p>
      )}
    </section>
  );
};

const StaffSide = ({ unit, deck, release, course, zone, now }: UnitPageProps) => {
  const t = useText(curriculumTexts);
  return (
    <aside class="unit-side" aria-label={t.release.title}>
      {deck && (
        <LinkButton kind="primary" icon="slides" href={`/courses/${course}/present/${deck.lang}/${unit.key}`}>
          {t.unit.present}
        </LinkButton>
      )}
      <ReleasePanel unit={unit} {...release} {...{ course, zone, now }} />
    </aside>
  );
};
