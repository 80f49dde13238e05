import { useLang, useText } from '../../platform/markup/frame.js';
import type { ViewAs } from '../../platform/markup/view-as.js';
import { Layout } from '../../platform/markup/layout.js';
import { Crumbs } from '../../platform/markup/components.js';
import { Shared } from '../../platform/markup/shared.js';
import type { CourseRole } from '../../platform/security/actor.js';
import type { CourseUnit } from '../course-unit.js';
import type { ClassMeeting } from '../plan.queries.js';
import type { ShownSelfCheck } from '../study/self-check/self-check.service.js';
import { type SelfCheckNotice, SelfCheckSection } from '../study/self-check/self-check.view.js';
import type { CourseProgress } from '../progress/course-progress.js';
import { type OwnMarks, WithMarks } from '../progress/item-mark.view.js';
import { StudentSide } from '../progress/progress.view.js';
import type { StudyMaterial } from '../study/study-content.js';
import { KeyTerms } from '../study/terms.view.js';
import { WorkshopSection } from '../study/workshop.view.js';
import { curriculumTexts } from '../text.js';
import { Opening, Outcomes } from './opening.view.js';
import { Readings } from './readings.view.js';
import type { ReleaseNotice } from './release-panel.view.js';
import { type ShownDeck, SlidesFrame } from './slides-frame.view.js';
import { StaffSide } from './staff-side.view.js';
import { NextAndPrevious, UnitRail } from './unit-ways.view.js';

export interface UnitPageProps {
  readonly unit: CourseUnit;
  readonly units: readonly CourseUnit[];
  readonly classes: readonly ClassMeeting[];
  readonly deck: ShownDeck | null;
  readonly material: StudyMaterial;
  readonly selfCheck: ShownSelfCheck | null;
  /** What has just become of a form of the self-check. */
  readonly notice: SelfCheckNotice;
  /** A student’s own; null for those who teach. */
  readonly progress: CourseProgress | null;
  readonly mayMark: boolean;
  readonly role: CourseRole;
  readonly viewAs: ViewAs;
  readonly release: ReleaseNotice & { readonly mayChange: boolean };
  /** The course's slug. */
  readonly course: string;
  readonly zone: string;
  readonly now: Date;
}

export const UnitPage = (props: UnitPageProps) => {
  const [t, lang] = [useText(curriculumTexts).unit, useLang()];
  const { unit, units, classes, role, course, zone, deck, material, selfCheck, notice, progress, viewAs } = props;
  const { workshop, terms, sources } = material;
  const here = `/courses/${course}/units/${unit.key}`;
  return (
    <Layout
      title={t.pageTitle(unit.number, unit.title[lang])}
      description={unit.aim[lang]}
      page="unit-page"
      current="course"
      viewAs={viewAs}
    >
      <WithMarks marks={ownMarks(props)}>
        <div class="wrap unit">
          <UnitRail units={units} current={unit.key} course={course} />
          <div class="unit-main">
            <Crumbs
              trail={[{ label: t.course, href: `/courses/${course}${viewAs ? `?as=${viewAs}` : ''}` }, { label: t.number(unit.number) }]}
            />
            <Shared of={Opening} props={{ number: unit.number, title: unit.title, aim: unit.aim, classes, zone }} />
            <Shared of={Outcomes} props={{ outcomes: unit.outcomes }} content={['outcomes']} />
            <Shared of={SlidesFrame} props={{ unit: unit.key, title: unit.title, deck, course: viewAs ? null : progress && course }} />
            {unit.readings.length > 0 && (
              <Shared of={Readings} props={{ readings: unit.readings, source: sources.readings }} content={['readings']} />
            )}
            {selfCheck && (
              <SelfCheckSection
                check={selfCheck}
                notice={notice}
                zone={zone}
                source={sources.selfCheck}
                unit={here}
                isStaff={role !== 'student'}
              />
            )}
            {workshop && (
              <Shared
                of={WorkshopSection}
                props={{ workshop, source: sources.workshop, sheet: `${here}/workshop` }}
                content={['workshop']}
              />
            )}
            {terms.length > 0 && (
              <Shared of={KeyTerms} props={{ terms, source: sources.terms, glossary: `/courses/${course}/glossary` }} content={['terms']} />
            )}
            <NextAndPrevious units={units} current={unit.key} course={course} zone={zone} />
          </div>
          {role !== 'student' && <StaffSide {...props} />}
          {progress && <StudentSide progress={progress.units.get(unit.key)!} bookmark={progress.bookmarkIn(unit.key)} course={course} />}
        </div>
      </WithMarks>
    </Layout>
  );
};

/** Whoever only looks through a student’s eyes marks nothing. */
const ownMarks = ({ progress, unit, course, zone, mayMark, viewAs }: UnitPageProps): OwnMarks | null =>
  progress && {
    address: `/courses/${course}/units/${unit.key}`,
    zone,
    mayMark: mayMark && !viewAs,
    course,
    progress,
    bookmark: progress.bookmarkIn(unit.key),
    standing: (item) => progress.standing(unit.key, item),
  };
